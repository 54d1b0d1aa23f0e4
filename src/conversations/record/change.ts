import type { Updateable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit, type NewEvent } from '../../kernel/events/journal.ts';
import type { DB } from '../../kernel/db/connect.ts';
import type { Locked } from './lock-conversation.ts';

/** Changes a locked conversation; whoever has seen the version before must look again. */
export async function change(
  ctx: Ctx,
  row: Pick<Locked, 'id' | 'version'>,
  set: Updateable<DB['conversations']>,
): Promise<{ id: number; version: number }> {
  const version = row.version + 1;
  await ctx.db
    .updateTable('conversations')
    .set({ ...set, version })
    .where('id', '=', row.id)
    .execute();
  return { id: row.id, version };
}

/** Records what happened to a conversation; its number is told, so that words need no look-up. */
export function tell(
  ctx: Ctx,
  row: Pick<Locked, 'id' | 'number' | 'subscriberId'>,
  type: `conversations.${string}`,
  facts: Record<string, unknown> = {},
  personal?: NewEvent['personal'],
): Promise<number> {
  return emit(ctx, {
    type,
    subject: { kind: 'conversation', id: row.id },
    subscriberId: row.subscriberId,
    facts: { number: row.number, ...facts },
    personal,
  });
}

/** Ends the offer that stands, if one does. */
export async function endOffer(
  ctx: Ctx,
  conversationId: number,
  takenBy: number | null,
): Promise<void> {
  const now = ctx.clock.now();
  // offers_live_conversation
  await ctx.db
    .updateTable('offers')
    .set((eb) => ({
      endedAt: now,
      endReason:
        takenBy === null
          ? 'withdrawn'
          : eb.case().when('staffId', '=', takenBy).then('taken').else('withdrawn').end(),
    }))
    .where('conversationId', '=', conversationId)
    .where('endedAt', 'is', null)
    .execute();
}
