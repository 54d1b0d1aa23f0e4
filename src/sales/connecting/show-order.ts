import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { connectingApi } from '../api/connecting.ts';
import { isVeiled } from '../../subscribers/index.ts';
import { sendingState } from '../quotes/sending-state.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { visitsOf } from '../visits/visits-of.ts';

type Order = z.input<(typeof connectingApi)['GET /api/deals/{id}/order']['output']>;

/** What was done of a connection: who came, what was handed over, what it became and costs. */
export async function showOrder(ctx: Ctx, { id }: { id: number }): Promise<Result<Order>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  const { subscriberId } = found.value;
  const isHidden = subscriberId !== null && (await isVeiled(ctx, subscriberId));
  return ok({
    visits: await visitsOf(ctx, id, isHidden),
    equipment: await equipmentOf(ctx, id),
    offered: await offeredIn(ctx, id),
    connections: await connectionsOf(ctx, id, isHidden),
  });
}

async function equipmentOf(ctx: Ctx, id: number): Promise<Order['equipment']> {
  // deal_equipment_deal (deal_id, id)
  const { rows } = await sql<Order['equipment'][number]>`
    select e.id, e.kind, e.serial, e.basis, e.handed_at, s.name as handed_by, e.returned_at,
           e.return_reason
    from   deal_equipment e left join staff s on s.id = e.handed_by
    where  e.deal_id = ${id} order by e.id`.execute(ctx.db);
  return rows;
}

/** Equipment that the accepted quote names. */
async function offeredIn(ctx: Ctx, id: number): Promise<Order['offered']> {
  // quotes_accepted (deal_id) where state = 'accepted'; product_versions_pkey, products_pkey
  const { rows } = await sql<Order['offered'][number]>`
    select v.id as product_version_id, p.name, v.monthly_fee_minor > 0 as is_rented
    from   quotes q
    cross  join jsonb_array_elements(q.lines) l
    join   product_versions v on v.id = (l->>'productVersionId')::bigint
    join   products p on p.id = v.product_id and p.kind = 'equipment'
    where  q.deal_id = ${id} and q.state = 'accepted'`.execute(ctx.db);
  return rows;
}

async function connectionsOf(
  ctx: Ctx,
  id: number,
  isHidden: boolean,
): Promise<Order['connections']> {
  // deal_connections_live (deal_id) where undone_at is null; connection_parts_pkey,
  // care_calls_connection_id_day_key, outgoing_messages_pkey
  const { rows } = await sql<Order['connections'][number]>`
    select c.id, c.account_id, a.number as account, a.currency, c.connected_at,
           s.name as connected_by, c.undone_at, c.undo_reason, coalesce(parts.rows, '[]') as parts,
           coalesce(care.rows, '[]') as care,
           case when o.id is not null then jsonb_build_object(
             'way', c.welcome_way, 'state', ${sendingState}) end as welcome
    from   deal_connections c
    join   accounts a on a.id = c.account_id
    left   join staff s on s.id = c.connected_by
    left   join outgoing_messages o on o.id = c.welcome_message_id
    left   join lateral (
             select jsonb_agg(jsonb_build_object(
                      'id', k.id, 'day', k.day, 'tries', k.tries, 'startsAt', k.starts_at,
                      'dueAt', k.due_at, 'doneAt', k.done_at, 'doneBy', b.name,
                      'outcome', k.outcome,
                      'note', case when ${isHidden} then '' else k.note end)
                      order by k.day) as rows
             from   care_calls k left join staff b on b.id = k.done_by
             where  k.connection_id = c.id and k.dropped_at is null) care on true
    left   join lateral (
             select jsonb_agg(jsonb_build_object(
                      'number', p.number, 'dueOn', p.due_on, 'amountMinor', p.amount_minor,
                      'state', case when p.charged_at is not null then 'charged'
                                    when p.dropped_at is not null then 'dropped'
                                    else 'due' end) order by p.number) as rows
             from   connection_parts p where p.connection_id = c.id) parts on true
    where  c.deal_id = ${id} order by c.id`.execute(ctx.db);
  return rows;
}
