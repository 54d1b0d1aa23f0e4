import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../../subscribers/index.ts';
import { tell } from '../record/change.ts';
import { type Locked, lockMine } from '../record/lock-conversation.ts';
import { type DeskPermission, me } from '../reach.ts';

export type Caller = { row: Locked; ids: readonly number[]; rootId: number };

/** So many wrong answers about one subscriber within the hour, and no more is compared. */
const MOST_FAILED = 3;
const FAILED_FOR_MS = 3_600_000;

/** Whoever is on the line, as whom they are to be verified; locked, so that no try is uncounted. */
export async function lockCaller(
  ctx: Ctx,
  id: number,
  permission: DeskPermission = 'conversations.work',
): Promise<Result<Caller>> {
  const locked = await lockMine(ctx, id, undefined, permission);
  if (!locked.ok) return locked;
  const { subscriberId } = locked.value;
  if (subscriberId === null) return fail('conversations.caller_unknown');
  const found = await lockSubscriber(ctx, subscriberId, 'subscribers.view');
  if (!found.ok) return fail('conversations.caller_unknown');
  return ok({ row: locked.value, ids: found.value.ids, rootId: found.value.id });
}

/** How many more tries there are within this hour. */
export async function triesLeft(ctx: Ctx, ids: readonly number[]): Promise<number> {
  const since = new Date(ctx.clock.now().getTime() - FAILED_FOR_MS);
  // verifications_subscriber (subscriber_id, happened_at desc)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from verifications
    where  subscriber_id = any(${[...ids]}::bigint[]) and happened_at > ${since}
    and    result = 'failed'`.execute(ctx.db);
  return Math.max(0, MOST_FAILED - (rows[0]?.count ?? 0));
}

const types = {
  passed: 'conversations.caller_verified',
  failed: 'conversations.caller_refused',
  overridden: 'conversations.caller_let_through',
} as const;

/** Keeps how it went: in the journal, in the conversation and on the subscriber's timeline. */
export async function keepVerification(
  ctx: Ctx,
  { row, rootId }: Caller,
  how: {
    means: 'code_word' | 'sent_code' | 'none';
    result: keyof typeof types;
    reason?: string;
  },
): Promise<void> {
  const { means, result, reason = '' } = how;
  await ctx.db
    .insertInto('verifications')
    .values({
      conversationId: row.id,
      subscriberId: rootId,
      staffId: me(ctx),
      happenedAt: ctx.clock.now(),
      means,
      result,
      reason,
    })
    .execute();
  await tell(ctx, row, types[result], { means }, reason === '' ? undefined : { reason });
}
