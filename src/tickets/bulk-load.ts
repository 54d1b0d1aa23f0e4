import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';

/** A ticket as a base brings it. Its number is its id. */
export type TicketLoad = {
  subscriberId: number | null;
  category: string;
  subject: string;
  state: 'open' | 'waiting' | 'solved' | 'closed';
  openedAt: Date;
  closedAt: Date | null;
};

/** Writes tickets through COPY. @returns their ids, in the order given */
export async function bulkLoad(ctx: BulkCtx, tickets: readonly TicketLoad[]): Promise<number[]> {
  if (tickets.length === 0) return [];
  const now = ctx.clock.now();
  const ids = await reserveIds(ctx, 'tickets', tickets.length);
  const columns = 'id number subscriber_id category subject state opened_at closed_at created_at';
  await copyRows(
    ctx.client,
    'tickets',
    columns.split(' '),
    tickets.map((ticket, at) => [
      ids[at],
      ids[at],
      ticket.subscriberId,
      ticket.category,
      ticket.subject,
      ticket.state,
      ticket.openedAt,
      ticket.closedAt,
      now,
    ]),
  );
  return ids;
}
