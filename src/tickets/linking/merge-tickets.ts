import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { settleClocks } from '../norms/settle-clocks.ts';
import { reaches } from '../reach.ts';
import { isPutBack } from '../splitting/splits-of.ts';
import { lockPair } from './lock-pair.ts';

/**
 * Makes a ticket a part of another. Nothing of it moves: it points at what it became, lists show
 * that alone, and its number leads there for ever. Its clocks stand for nobody meanwhile.
 */
export async function mergeTickets(
  ctx: Ctx,
  { id, fromId }: { id: number; fromId: number },
): Promise<Result<Done>> {
  const locked = await lockPair(ctx, id, fromId);
  if (!locked.ok) return locked;
  // tickets_pkey, tickets_merged (root_id) where root_id is not null
  await sql`
    update tickets
    set    root_id = ${id},
           merged_into_id = case when id = ${fromId} then ${id} else merged_into_id end,
           due_at = null, escalate_at = null
    where  id = ${fromId} or root_id = ${fromId}`.execute(ctx.db);
  await tell(ctx, 'tickets.merged', { id, otherId: fromId });
  return ok({});
}

type Merged = {
  id: number;
  categoryId: number;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  intoId: number | null;
  /** Split off and put back: it has nothing to stand by itself with. */
  isPutBack: boolean;
};

/** A ticket and all that was merged into it, as `part`. */
const withParts = (id: number) => sql`
  recursive part as (
    select ${id}::bigint as id
    union all
    select t.id from part join tickets t on t.merged_into_id = part.id)`;

/** Lets a ticket stand by itself again, with all that had been merged into it. */
export async function unmergeTicket(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  // All of them in the order of their ids, so that a part that is set apart at once waits.
  // tickets_merged_into (merged_into_id) where merged_into_id is not null
  await sql`
    with   ${withParts(id)}
    select from tickets t where t.id in (select id from part)
    order  by t.id for update of t`.execute(ctx.db);
  const { rows } = await sql<Merged>`
    select t.id, t.category_id, t.priority, t.merged_into_id as into_id,
           ${isPutBack} as is_put_back
    from   tickets t
    where  t.id = ${id} and ${reaches(ctx, 'tickets.work')}
    for    update of t`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('tickets.not_found');
  if (row.intoId === null || row.isPutBack) return fail('tickets.not_merged');
  // tickets_merged_into (merged_into_id) where merged_into_id is not null
  await sql`
    with   ${withParts(id)}
    update tickets t
    set    root_id = case when t.id = ${id} then null else ${id}::bigint end,
           merged_into_id = case when t.id = ${id} then null else t.merged_into_id end
    from   part where t.id = part.id`.execute(ctx.db);
  await settleClocks(ctx, [{ ...row, steps: [] }]);
  await tell(ctx, 'tickets.unmerged', { id: row.intoId, otherId: id });
  return ok({});
}

/** Both tickets' histories tell it. */
async function tell(
  ctx: Ctx,
  type: 'tickets.merged' | 'tickets.unmerged',
  { id, otherId }: { id: number; otherId: number },
): Promise<void> {
  const { rows } = await sql<{ id: number; subscriberId: number | null }>`
    select id, subscriber_id from tickets where id in (${id}, ${otherId})`.execute(ctx.db);
  for (const row of rows) {
    await emit(ctx, {
      type,
      subject: { kind: 'ticket', id: row.id },
      subscriberId: row.subscriberId,
      facts: { number: row.id, intoId: id, otherId },
    });
  }
}
