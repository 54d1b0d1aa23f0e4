import { sql } from 'kysely';
import type { z } from 'zod';
import { conversationsWithin } from '../../conversations/index.ts';
import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findSubscriber } from '../../subscribers/index.ts';
import type { casesApi } from '../api/cases.ts';
import { openCase, type OpenedCase } from './open-case.ts';

type Input = z.output<(typeof casesApi)['POST /api/cases']['input']>;

/** Opens a case by hand, from a card or from a conversation; it is whoever's opens it. */
export async function createCase(ctx: Ctx, input: Input): Promise<Result<OpenedCase>> {
  const { conversationId = null, words, isAngry } = input;
  const from = conversationId === null ? ok(null) : await findConversation(ctx, conversationId);
  if (!from.ok) return from;
  const asked = input.subscriberId ?? from.value;
  if (asked === null) return fail('retention.nobody_known');
  // Whoever may see the conversation may write down what was said in it.
  const isOfConversation = asked === from.value;
  const found = isOfConversation ? null : await findSubscriber(ctx, asked, 'subscribers.view');
  if (found && !found.ok) return found;
  if (found?.ok && found.value.erasedAt) return fail('subscribers.erased');
  const opened = await openCase(ctx, {
    subscriberId: asked,
    source: 'hand',
    conversationId,
    words,
    isAngry,
    heardAt: ctx.clock.now(),
    ownerStaffId: staffIdOf(ctx.actor),
    teamId: teamIdOf(ctx.actor),
  });
  return opened ? ok(opened) : fail('retention.has_left');
}

async function findConversation(ctx: Ctx, id: number): Promise<Result<number | null>> {
  // conversations_pkey, subscribers_pkey
  const { rows } = await sql<{ subscriberId: number | null }>`
    select s.root_id as subscriber_id
    from   conversations c left join subscribers s on s.id = c.subscriber_id
    where  c.id = ${id} and ${conversationsWithin(ctx)}`.execute(ctx.db);
  const [row] = rows;
  return row ? ok(row.subscriberId) : fail('retention.no_such_conversation');
}
