import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db/transaction.ts';
import type { RecordedEvent } from './journal.ts';

const BATCH = 500;
/** A reader that takes longer commits what it has read so far, for it holds up the others. */
const SLICE_MS = 500;

type FeedRow = RecordedEvent & { transactionId: string };

/**
 * The next events for a reader that has come as far as `after`, in the order of transactions. Only
 * those older than every open transaction: whoever commits late has not been passed yet.
 */
async function readFeed(
  ctx: Ctx,
  after: { transactionId: string; eventId: number },
): Promise<FeedRow[]> {
  // events_feed (transaction_id, id). Ordered by the column, not by its text of the same name, by
  // which 1000 comes before 999.
  const { rows } = await sql<FeedRow>`
    select e.id, e.recorded_at, e.occurred_at, e.type, e.subject_kind, e.subject_id,
           e.subscriber_id, e.actor_kind, e.actor_staff_id, e.facts,
           e.transaction_id::text as transaction_id
    from   events e
    where  e.transaction_id is not null
    and    (e.transaction_id, e.id) > (${after.transactionId}::xid8, ${after.eventId})
    and    e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
    order  by e.transaction_id, e.id
    limit  ${BATCH}`.execute(ctx.db);
  return rows;
}

export type Hearing = (ctx: Ctx, event: RecordedEvent) => Promise<void>;

/**
 * Hands a reader its next events, each exactly once: what it does and how far it has come are
 * committed together. A reader seen for the first time starts from now.
 * @returns how many events were read; 0 means that it has caught up
 */
export async function hearEvents(
  ctx: Ctx,
  reader: string,
  hears: Readonly<Record<string, Hearing>>,
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await sql`insert into event_cursors (reader, transaction_id, event_id)
      values (${reader}, pg_snapshot_xmin(pg_current_snapshot()), 0)
      on conflict do nothing`.execute(tx.db);
    const cursor = await sql<{ transactionId: string; eventId: number }>`
      select transaction_id::text as transaction_id, event_id from event_cursors
      where reader = ${reader} for update`.execute(tx.db);
    const after = cursor.rows[0];
    if (!after) return 0;
    const events = await readFeed(tx, after);
    const begun = ctx.clock.now().getTime();
    let [last, count]: [FeedRow | undefined, number] = [undefined, 0];
    for (const event of events) {
      if (ctx.clock.now().getTime() - begun > SLICE_MS) break;
      await hears[event.type]?.(tx, event);
      last = event;
      count += 1;
    }
    if (last) {
      await sql`update event_cursors
        set transaction_id = ${last.transactionId}::xid8, event_id = ${last.id}
        where reader = ${reader}`.execute(tx.db);
    }
    return count;
  });
}
