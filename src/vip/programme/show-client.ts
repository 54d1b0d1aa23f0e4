import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isVeiled } from '../../subscribers/index.ts';
import type { Client } from '../api/programme.ts';
import { findClient } from '../reach.ts';
import { closedMonth, loadRules } from './rules.ts';

type Shown = z.input<typeof Client>;

/** Why somebody is of the programme, or what lacks; who leads them; what was decided by hand. */
export async function showClient(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findClient(ctx, id);
  if (!found.ok) return found;
  const client = found.value;
  const isHidden = await isVeiled(ctx, client.id);
  // vip_clients_pkey, staff_pkey, service_lines_pkey, accounts_pkey
  const { rows } = await sql<Omit<Shown, 'rules' | 'overrides' | 'month' | 'currency' | 'name'>>`
    select v.id, v.version, ${client.kind} as kind, v.state, v.tier, v.is_corporate, v.number_minor,
           coalesce(l.number, l.login, host(l.ip)) as number, v.account_minor, a.number as account,
           v.total_minor, v.lines, v.with_us_since, v.careful_since, v.missing, v.member_since,
           v.drops_on, v.left_on,
           case when m.id is not null
                then jsonb_build_object('id', m.id, 'name', m.name) end as personal_manager,
           case when c.id is not null
                then jsonb_build_object('id', c.id, 'name', c.name) end as acting,
           v.temper, v.counted_on
    from   vip_clients v
    left   join service_lines l on l.id = v.number_line_id
    left   join accounts a on a.id = v.account_id
    left   join staff m on m.id = v.personal_manager_id
    left   join staff c on c.id = v.acting_id
    where  v.id = ${client.id}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_client');
  const { version: _, ...rules } = await loadRules(ctx);
  return ok({
    ...row,
    name: isHidden ? '' : client.name,
    ...(isHidden ? { number: null, account: null } : {}),
    month: closedMonth(ctx),
    currency: ctx.operator.currency,
    rules,
    overrides: await overridesOf(ctx, client.id),
  });
}

async function overridesOf(ctx: Ctx, id: number): Promise<Shown['overrides']> {
  const me = staffIdOf(ctx.actor);
  // vip_overrides_subscriber (subscriber_id)
  const { rows } = await sql<Shown['overrides'][number]>`
    select o.id, o.wants, o.tier, o.until_on, o.reason, o.state,
           case when a.id is not null
                then jsonb_build_object('id', a.id, 'name', a.name) end as asked_by, o.asked_at,
           case when d.id is not null
                then jsonb_build_object('id', d.id, 'name', d.name) end as decided_by,
           o.asked_by is not distinct from ${me}::bigint as is_mine
    from   subscribers k
    join   vip_overrides o on o.subscriber_id = k.id
    left   join staff a on a.id = o.asked_by
    left   join staff d on d.id = o.decided_by
    where  k.root_id = ${id}
    order  by o.id desc limit 20`.execute(ctx.db);
  return rows;
}
