import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { codeWordOf, findSubscriber } from '../../subscribers/index.ts';
import type { verifyingApi } from '../api/verifying.ts';
import { rootOf } from '../record/cluster.ts';
import { loadSettings } from '../settings/desk-clock.ts';
import { reaches } from '../reach.ts';
import { codeSenders } from '../slots.ts';
import { triesLeft } from './lock-caller.ts';
import { holdsSince, isSpoken } from './verified.ts';

type Shown = z.input<(typeof verifyingApi)['GET /api/conversations/{id}/verification']['output']>;

const notAsked: Shown = {
  mode: 'off',
  last: null,
  codeWord: null,
  triesLeft: 0,
  ways: [],
  sentAt: null,
};

/** Whether whoever is on the line was verified, and by what they can be. */
export async function showVerification(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const { rows } = await sql<{ id: number; subscriberId: number | null; isSpoken: boolean }>`
    select c.id, c.subscriber_id, ${isSpoken(ctx)} as is_spoken
    from   conversations c
    where  c.id = ${rootOf(id)} and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('conversations.not_found');
  const { verifyCallers: mode } = await loadSettings(ctx);
  if (mode === 'off' || row.subscriberId === null || !row.isSpoken) return ok(notAsked);
  const found = await findSubscriber(ctx, row.subscriberId, 'subscribers.view');
  if (!found.ok) return ok(notAsked);
  const { ids } = found.value;
  const [last, codeWord, left, sentAt, ...ways] = await Promise.all([
    lastOf(ctx, row.id, ids),
    codeWordOf(ctx, ids),
    triesLeft(ctx, ids),
    codeSentAt(ctx, row.id),
    ...codeSenders.fills.map(({ piece }) => piece.waysOf(ctx, ids)),
  ]);
  return ok({ mode, last, codeWord, triesLeft: left, sentAt, ways: ways.flat() });
}

/** How it went at last; what passed holds, whatever failed before or after. */
async function lastOf(
  ctx: Ctx,
  conversationId: number,
  ids: readonly number[],
): Promise<Shown['last']> {
  // verifications_conversation (conversation_id, happened_at desc)
  const { rows } = await sql<NonNullable<Shown['last']>>`
    select v.means, v.result, v.reason, v.happened_at as at, s.name as staff_name
    from   verifications v join staff s on s.id = v.staff_id
    where  v.conversation_id = ${conversationId} and v.happened_at > ${holdsSince(ctx)}
    and    v.subscriber_id = any(${[...ids]}::bigint[])
    order  by v.result = 'failed', v.happened_at desc, v.id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

async function codeSentAt(ctx: Ctx, conversationId: number): Promise<Date | null> {
  // sent_codes_conversation (conversation_id, sent_at desc)
  const { rows } = await sql<{ sentAt: Date }>`
    select sent_at from sent_codes
    where  conversation_id = ${conversationId} and used_at is null
    order  by sent_at desc limit 1`.execute(ctx.db);
  return rows[0]?.sentAt ?? null;
}
