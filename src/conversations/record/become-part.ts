import type { Ctx } from '../../kernel/context.ts';
import { change, endOffer } from './change.ts';
import type { Locked } from './lock-conversation.ts';
import { endUntoldCalls } from '../callbacks/start-call.ts';

/**
 * A locked conversation becomes a part of another: its number leads there for ever, and it asks for
 * nobody any more. What was a part of it before is a part of that root now.
 * @param into.mergedIntoId what it points at; `rootId` what stands at the end of the way
 */
export async function becomePart(
  ctx: Ctx,
  row: Pick<Locked, 'id' | 'version'>,
  into: { mergedIntoId: number; rootId: number },
): Promise<void> {
  await endOffer(ctx, row.id, null);
  await endUntoldCalls(ctx, [row.id]);
  await change(ctx, row, {
    ...into,
    state: 'closed',
    whoseTurn: 'nobody',
    closedAt: ctx.clock.now(),
    closedOutcome: 'merged',
    offerFrom: null,
    escalateAt: null,
    snoozedUntil: null,
  });
  // conversations_root (root_id) where root_id is not null
  await ctx.db
    .updateTable('conversations')
    .set({ rootId: into.rootId })
    .where('rootId', '=', row.id)
    .execute();
}
