import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches, type TicketPermission } from '../reach.ts';
import type { Stored } from './values.ts';

/** A ticket's row, of `tickets t`. */
const storedColumns = sql`t.id, t.version, t.category_id, t.subject, t.description, t.priority,
  t.state, t.waits_until, t.owner_staff_id, t.team_id, t.subscriber_id, t.account_id,
  t.service_address_id, t.attributes, t.opened_at, t.closed_at,
  t.root_id`;

/**
 * A ticket's row, locked for a write by somebody whom the permission lets reach it.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockTicket(
  ctx: Ctx,
  id: number,
  version?: number,
  permission: TicketPermission = 'tickets.work',
): Promise<Result<Stored>> {
  const [row] = await lockTickets(ctx, [id], permission);
  if (!row) return fail('tickets.not_found');
  if (row.rootId !== null) return fail('tickets.merged', { number: row.rootId });
  if (version !== undefined && row.version !== version) return fail('tickets.changed_meanwhile');
  return ok(row);
}

/** The rows of those that the permission reaches, locked in the order of their ids. */
export async function lockTickets(
  ctx: Ctx,
  ids: readonly number[],
  permission: TicketPermission = 'tickets.work',
): Promise<Stored[]> {
  // tickets_pkey
  const { rows } = await sql<Stored>`
    select ${storedColumns} from tickets t
    where  t.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, permission)}
    order  by t.id
    for    update of t`.execute(ctx.db);
  return rows;
}
