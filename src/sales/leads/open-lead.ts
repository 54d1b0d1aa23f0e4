import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { householdsOf } from '../../subscribers/index.ts';
import type { leadsApi } from '../api/leads.ts';
import { reaches as dealReaches } from '../reach.ts';
import { leadColumns, leadJoins, type LeadRow, reaches, unveiled } from './lead-rows.ts';

type Shown = z.input<(typeof leadsApi)['GET /api/leads/{id}']['output']>;

const MOST_ALIKE = 10;

/** A lead, and everything known already that may be the same: by phone, e-mail or flat. */
export async function openLead(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // leads_pkey
  const { rows } = await sql<LeadRow>`
    select ${leadColumns} from leads l ${leadJoins}
    where  l.id = ${id} and ${reaches(ctx)}`.execute(ctx.db);
  const [lead] = await unveiled(ctx, rows);
  if (!lead) return fail('sales.lead_not_found');
  const [subscribers, deals, leads] = await Promise.all([
    subscribersLike(ctx, id),
    dealsLike(ctx, id),
    leadsLike(ctx, id),
  ]);
  return ok({ ...lead, subscribers, deals, leads });
}

async function subscribersLike(ctx: Ctx, id: number): Promise<Shown['subscribers']> {
  // contacts_value; premises_building_id_flat_key, service_addresses_premise; subscribers_pkey
  const { rows } = await sql<Shown['subscribers'][number]>`
    select r.id, r.display_name as name, array_agg(distinct f.by) as by,
           (select min(h.id) from (${householdsOf(sql`r.id`)}) h) as household_id
    from   leads l
    cross  join lateral (
             select c.subscriber_id, c.kind as by from contacts c
             where  c.removed_at is null
             and    (c.kind = 'phone' and c.value = nullif(l.phone, '')
                     or c.kind = 'email' and c.value = nullif(l.email, ''))
             union all
             select a.subscriber_id, 'address' from premises p
             join   service_addresses a on a.premise_id = p.id and a.removed_at is null
             where  p.building_id = l.building_id and p.flat = l.flat and l.flat <> '') f
    join   subscribers s on s.id = f.subscriber_id
    join   subscribers r on r.id = s.root_id and r.erased_at is null
    where  l.id = ${id}
    and    ${visibleTo(ctx, 'subscribers.view', { owner: 'r.ownerStaffId', team: 'r.teamId' })}
    group  by r.id, r.display_name
    order  by count(distinct f.by) desc, r.id
    limit  ${MOST_ALIKE}`.execute(ctx.db);
  return rows;
}

/** By what row `o` is like lead `l`. */
const likeness = sql`array_remove(array[
  case when o.phone = l.phone and l.phone <> '' then 'phone' end,
  case when o.email = l.email and l.email <> '' then 'email' end,
  case when o.building_id = l.building_id and o.flat = l.flat and l.flat <> '' then 'address' end
  ], null)`;

/** Ids of rows of a table that are like the lead, each way by its own index. */
const alike = (table: 'deals' | 'leads', id: number): RawBuilder<unknown> => sql`(
  select o.id from ${sql.table(table)} o, leads l
  where  l.id = ${id} and l.phone <> '' and o.phone <> '' and o.phone = l.phone
  union
  select o.id from ${sql.table(table)} o, leads l
  where  l.id = ${id} and l.email <> '' and o.email <> '' and o.email = l.email
  union
  select o.id from ${sql.table(table)} o, leads l
  where  l.id = ${id} and l.flat <> '' and o.building_id = l.building_id and o.flat = l.flat)`;

async function dealsLike(ctx: Ctx, id: number): Promise<Shown['deals']> {
  // deals_phone, deals_email, deals_building; deals_pkey
  const { rows } = await sql<Shown['deals'][number]>`
    select o.id, o.name, o.state, ${likeness} as by
    from   deals o join leads l on l.id = ${id}
    where  o.id in ${alike('deals', id)} and o.id is distinct from l.deal_id
    and    exists (select from deals d where d.id = o.id and ${dealReaches(ctx, 'sales.work')})
    order  by o.state <> 'open', o.id desc
    limit  ${MOST_ALIKE}`.execute(ctx.db);
  return rows;
}

async function leadsLike(ctx: Ctx, id: number): Promise<Shown['leads']> {
  // leads_phone, leads_email, leads_building; leads_pkey
  const { rows } = await sql<Shown['leads'][number]>`
    select o.id, o.name, o.state, ${likeness} as by
    from   leads o join leads l on l.id = ${id}
    where  o.id in ${alike('leads', id)} and o.id <> ${id}
    and    exists (select from leads l where l.id = o.id and ${reaches(ctx)})
    order  by o.state <> 'new', o.id desc
    limit  ${MOST_ALIKE}`.execute(ctx.db);
  return rows;
}
