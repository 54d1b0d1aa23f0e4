import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { callbackStanding, carryPlans } from './carry-plans.ts';
import { becomePart } from '../record/become-part.ts';
import { change, tell } from '../record/change.ts';
import { isMine, type Locked, lockConversation, lockMine } from '../record/lock-conversation.ts';
import { indexConversations } from '../search/index-conversations.ts';
import { me } from '../reach.ts';

type Input = { id: number; version: number; fromId: number; fromVersion?: number | undefined };
type Merged = { id: number; version: number; mergeId: number };

/**
 * Makes another conversation one with this. It keeps every row of its own and points here: its
 * number leads here for ever, its words stand in one feed with ours, and it asks for nobody any
 * more. If it waited for us, so does this one, and what was planned there is planned here. Whoever
 * works on it is not cut off: what is a colleague's stays the colleague's.
 */
export async function mergeConversation(ctx: Ctx, input: Input): Promise<Result<Merged>> {
  // In the order of ids, so that two who merge crosswise wait for one another.
  if (input.fromId < input.id) await lockConversation(ctx, input.fromId, 'conversations.work');
  const locked = await lockMine(ctx, input.id, input.version);
  if (!locked.ok) return locked;
  const other = await lockConversation(ctx, input.fromId, 'conversations.work', input.fromVersion);
  if (!other.ok) return other;
  const [into, from] = [locked.value, other.value];
  if (into.id === from.id) return fail('conversations.merge_into_itself');
  if (from.ownerStaffId !== null && !isMine(ctx, from)) {
    return fail('conversations.not_yours', { name: from.ownerName ?? '' });
  }
  const [fromBefore, intoBefore] = [await standingOf(ctx, from), await standingOf(ctx, into)];
  const planned = await carryPlans(ctx, from, into);
  await becomePart(ctx, from, { mergedIntoId: into.id, rootId: into.id });
  const changed = await change(ctx, into, { ...planned, ...wakes(from, into) });
  const { id: mergeId } = await ctx.db
    .insertInto('conversationMerges')
    .values({
      fromId: from.id,
      intoId: into.id,
      fromBefore: JSON.stringify(fromBefore),
      intoBefore: JSON.stringify(intoBefore),
      intoVersion: changed.version,
      mergedBy: me(ctx),
      mergedAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await indexConversations(ctx, [into.id]);
  const facts = { mergeId, fromId: from.id, fromNumber: from.number };
  await tell(ctx, into, 'conversations.merged', facts);
  await tell(ctx, from, 'conversations.merged_away', { mergeId, intoNumber: into.number });
  return ok({ ...changed, mergeId });
}

/** What waited for us in the merged one waits here now, and as long. */
function wakes(from: Locked, into: Locked): Parameters<typeof change>[2] {
  const isAwaited = from.state === 'open' && from.whoseTurn === 'ours';
  if (!isAwaited) return {};
  const isWaiting = into.state === 'open' && into.whoseTurn === 'ours';
  const dueFirst = isWaiting && into.nextDueAt <= from.nextDueAt ? into : from;
  return {
    state: 'open',
    whoseTurn: 'ours',
    snoozedUntil: null,
    nextDueAt: dueFirst.nextDueAt,
  };
}

/** How a conversation stands: what a merge changes of it, to be put back. */
async function standingOf(ctx: Ctx, { id }: { id: number }): Promise<unknown> {
  const { rows } = await sql<{ standing: unknown }>`
    select jsonb_build_object(
             'version', version, 'state', state, 'whoseTurn', whose_turn, 'closedAt', closed_at,
             'closedOutcome', closed_outcome, 'offerFrom', offer_from, 'escalateAt', escalate_at,
             'snoozedUntil', snoozed_until, 'nextDueAt', next_due_at,
             'callback', ${callbackStanding}) as standing
    from   conversations c where id = ${id}`.execute(ctx.db);
  return rows[0]?.standing;
}
