import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { recordEvent } from '../record-event.ts';

/** A card opened again within this time is the same look at it. */
const SAME_LOOK_MS = 10 * 60 * 1000;

/**
 * Leaves a mark in the journal that this person of the staff looked at a subscriber's data: at most
 * one in ten minutes.
 */
export async function recordView(ctx: Ctx, subscriberId: number): Promise<void> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null || (await hasLooked(ctx, staffId, subscriberId))) return;
  await inTransaction(ctx, async (tx) => {
    // Two tabs opened at once are one look: the second waits, then sees the first one's mark.
    const key = `${ctx.operator.schema} look ${staffId} ${subscriberId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
    if (await hasLooked(tx, staffId, subscriberId)) return;
    await recordEvent(tx, subscriberId, 'subscribers.viewed');
  });
}

async function hasLooked(ctx: Ctx, staffId: number, subscriberId: number): Promise<boolean> {
  const since = new Date(ctx.clock.now().getTime() - SAME_LOOK_MS);
  // events_actor (actor_staff_id, recorded_at desc), in the newest month alone
  const { rows } = await sql`
    select 1 from events
    where  actor_staff_id = ${staffId} and recorded_at > ${since}
    and    subscriber_id = ${subscriberId} and type = 'subscribers.viewed'
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
