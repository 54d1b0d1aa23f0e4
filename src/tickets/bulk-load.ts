import type { BulkCtx } from '../kernel/db/bulk.ts';
import { copyRows } from '../kernel/db/copy.ts';
import { reserveIds } from '../kernel/db/reserve-ids.ts';
import { loadEntries } from '../kernel/search/load-entries.ts';
import type { Priority, TicketState } from './api/states.ts';
import { ensureCategories } from './categories/ensure-categories.ts';
import { describeTicket } from './index-tickets.ts';
import { settleClocks } from './norms/settle-clocks.ts';
import type { Step } from './norms/ticket-clocks.ts';
import type { Sign } from './signs.ts';
import type { Attributes } from './record/values.ts';

/** A ticket as a base brings it. Its number is its id. */
export type TicketLoad = {
  subscriberId: number | null;
  /** By which it is found, too. */
  subscriberName?: string;
  /** What was said of whose it is, where no subscriber was found. */
  signs?: readonly Sign[];
  /** By name; one that is not known yet is made. A category's team gets the ticket. */
  category: string;
  subject: string;
  description?: string;
  priority?: Priority;
  state: Exclude<TicketState, 'waiting'>;
  ownerStaffId?: number | null;
  /** Where the category has no team. */
  teamId?: number | null;
  attributes?: Attributes;
  /** Its number where it comes from; no two tickets have the same. */
  externalNumber?: string;
  openedAt: Date;
  closedAt: Date | null;
};

const columns = `id category_id subscriber_id subject description priority state owner_staff_id
  team_id attributes external_number import_id opened_at closed_at created_at updated_at
  escalated_at`.split(/\s+/);

/**
 * Writes tickets through COPY, to be found by their words.
 * @param importId the import that brings them, and may take them back
 * @returns their ids, in order
 */
export async function bulkLoad(
  ctx: BulkCtx,
  given: readonly TicketLoad[],
  importId: number | null = null,
): Promise<number[]> {
  if (given.length === 0) return [];
  const names = given.map(({ category }) => category);
  const categories = await ensureCategories(ctx, names, importId);
  const ids = await reserveIds(ctx, 'tickets', given.length);
  const tickets = given.map((ticket, at) => {
    const category = categories.get(ticket.category);
    return {
      ...ticket,
      id: ids[at] ?? 0,
      categoryId: category?.id ?? 0,
      teamId: category?.teamId ?? ticket.teamId ?? null,
      ownerStaffId: ticket.ownerStaffId ?? null,
      priority: ticket.priority ?? 'normal',
      description: ticket.description ?? '',
      externalNumber: ticket.externalNumber ?? null,
    };
  });
  const now = ctx.clock.now();
  await copyRows(
    ctx.client,
    'tickets',
    columns,
    tickets.map((ticket) => [
      ticket.id,
      ticket.categoryId,
      ticket.subscriberId,
      ticket.subject,
      ticket.description,
      ticket.priority,
      ticket.state,
      ticket.ownerStaffId,
      ticket.teamId,
      ticket.attributes ?? {},
      ticket.externalNumber,
      importId,
      ticket.openedAt,
      ticket.closedAt,
      now,
      // What an import brings open is changed now: rules count from here.
      ticket.closedAt ?? (importId === null ? ticket.openedAt : now),
      // What was late before it was brought here calls nobody.
      ticket.state === 'done' ? null : now,
    ]),
  );
  await copySigns(ctx, tickets);
  const open = tickets.filter(({ state }) => state !== 'done');
  await settleClocks(
    ctx,
    open.map((ticket) => ({ ...ticket, steps: stepsOf(ticket) })),
  );
  await loadEntries(
    ctx,
    tickets.map((ticket) =>
      describeTicket({
        ...ticket,
        name: ticket.subscriberName ?? '',
        signs: ticket.signs ?? [],
        notes: null,
        former: [],
      }),
    ),
  );
  return ids;
}

function copySigns(
  ctx: BulkCtx,
  tickets: readonly { id: number; signs?: readonly Sign[] }[],
): Promise<unknown> {
  const rows = tickets.flatMap(({ id, signs = [] }) =>
    signs.map(({ kind, value }) => [id, kind, value]),
  );
  return copyRows(ctx.client, 'ticket_signs', ['ticket_id', 'kind', 'value'], rows);
}

/** Since when the subscriber has had the turn, no base says: our time has not begun. */
function stepsOf({ state, openedAt: at }: Pick<TicketLoad, 'state' | 'openedAt'>): Step[] {
  const opened = { type: 'opened' as const, at, awaitsReply: false };
  return state === 'theirs' ? [opened, { type: 'turned', at, from: 'ours', to: state }] : [opened];
}
