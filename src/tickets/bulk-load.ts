import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';
import { loadEntries } from '../kernel/search/load-entries.ts';
import type { Priority, TicketState } from './api/states.ts';
import { ensureCategories } from './categories/ensure-categories.ts';
import { describeTicket } from './index-tickets.ts';
import { settleClocks } from './norms/settle-clocks.ts';

/** A ticket as a base brings it. Its number is its id. */
export type TicketLoad = {
  subscriberId: number | null;
  /** By name; one that is not known yet is made. */
  category: string;
  subject: string;
  description?: string;
  priority?: Priority;
  state: Exclude<TicketState, 'waiting'>;
  openedAt: Date;
  closedAt: Date | null;
};

const columns = `id category_id subscriber_id subject description priority state opened_at closed_at
  created_at updated_at escalated_at`.split(/\s+/);

/** Writes tickets through COPY, to be found by their words. @returns their ids, in order */
export async function bulkLoad(ctx: BulkCtx, tickets: readonly TicketLoad[]): Promise<number[]> {
  if (tickets.length === 0) return [];
  const now = ctx.clock.now();
  const categories = await ensureCategories(
    ctx,
    tickets.map(({ category }) => category),
  );
  const ids = await reserveIds(ctx, 'tickets', tickets.length);
  await copyRows(
    ctx.client,
    'tickets',
    columns,
    tickets.map((ticket, at) => [
      ids[at],
      categories.get(ticket.category),
      ticket.subscriberId,
      ticket.subject,
      ticket.description ?? '',
      ticket.priority ?? 'normal',
      ticket.state,
      ticket.openedAt,
      ticket.closedAt,
      now,
      ticket.closedAt ?? ticket.openedAt,
      // What was late before it was brought here calls nobody.
      ticket.state === 'done' ? null : now,
    ]),
  );
  await settleClocks(
    ctx,
    tickets.flatMap(({ state, category, priority = 'normal', openedAt: at }, place) => {
      const categoryId = categories.get(category) ?? 0;
      const opened = { type: 'opened' as const, at, awaitsReply: false };
      return state === 'done'
        ? []
        : [{ id: ids[place] ?? 0, categoryId, priority, steps: [opened] }];
    }),
  );
  await loadEntries(
    ctx,
    tickets.map((ticket, at) =>
      describeTicket({
        id: ids[at] ?? 0,
        subject: ticket.subject,
        description: ticket.description ?? '',
        subscriberId: ticket.subscriberId,
        ownerStaffId: null,
        teamId: null,
        openedAt: ticket.openedAt,
        name: '',
        notes: null,
        former: null,
      }),
    ),
  );
  return ids;
}
