import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { isVeiled, today } from '../../subscribers/index.ts';
import type { termsApi } from '../api/terms.ts';
import { findClient } from '../reach.ts';

type Listed = z.input<(typeof termsApi)['GET /api/vip/{id}/terms']['output']>;

/** Individual terms of one client, those that wait and run first, and what may have them. */
export async function listTerms(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  const found = await findClient(ctx, id);
  if (!found.ok) return found;
  const rootId = found.value.id;
  const [terms, services, accounts, isHidden] = await Promise.all([
    termsOf(ctx, rootId),
    servicesOf(ctx, rootId),
    accountsOf(ctx, rootId),
    isVeiled(ctx, rootId),
  ]);
  return ok({
    currency: ctx.operator.currency,
    terms: isHidden ? terms.map((one) => ({ ...one, account: null, services: [] })) : terms,
    services: isHidden ? [] : services,
    accounts: isHidden ? [] : accounts,
  });
}

async function termsOf(ctx: Ctx, rootId: number): Promise<Listed['terms']> {
  const me = staffIdOf(ctx.actor);
  const named = (alias: string) =>
    sql.raw(`case when ${alias}.id is not null
      then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`);
  // subscribers_root (root_id), vip_terms_subscriber (subscriber_id, id desc), keys of others
  const { rows } = await sql<Listed['terms'][number]>`
    select t.id, t.version, t.kind, t.value, a.number as account, array(
             select p.name || ' · ' || c.number
             from   vip_terms_services x
             join   subscriptions u on u.id = x.subscription_id
             join   accounts c on c.id = u.account_id
             join   product_versions w on w.id = u.product_version_id
             join   products p on p.id = w.product_id
             where  x.terms_id = t.id order by c.number, p.name) as services,
           t.from_on, t.to_on, t.reason, t.now_minor, t.then_minor, t.cost_minor, t.state,
           t.second_for, ${named('q')} as asked_by, t.asked_at, ${named('b')} as approved_by,
           ${named('s')} as second_by, ${named('e')} as ended_by, t.ended_at, t.end_reason,
           coalesce(${me}::bigint in (t.asked_by, t.approved_by), false) as is_mine
    from   subscribers m
    join   vip_terms t on t.subscriber_id = m.id
    left   join accounts a on a.id = t.account_id
    left   join staff q on q.id = t.asked_by
    left   join staff b on b.id = t.approved_by
    left   join staff s on s.id = t.second_by
    left   join staff e on e.id = t.ended_by
    where  m.root_id = ${rootId}
    order  by t.state not in ('proposed', 'approved'), t.id desc limit 100`.execute(ctx.db);
  return rows;
}

async function servicesOf(ctx: Ctx, rootId: number): Promise<Listed['services']> {
  const day = today(ctx);
  // subscribers_root (root_id), accounts_subscriber, subscriptions_account
  const { rows } = await sql<Listed['services'][number]>`
    select x.id, a.number as account, p.name as product,
           coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as price_minor
    from   subscribers m
    join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
                      and a.currency = ${ctx.operator.currency}
    join   subscriptions x on x.account_id = a.id
    join   product_versions v on v.id = x.product_version_id
    join   products p on p.id = v.product_id
    where  m.root_id = ${rootId} and coalesce(x.ended_on, 'infinity') > ${day}::date
    order  by a.number, p.name, x.id limit 500`.execute(ctx.db);
  return rows;
}

async function accountsOf(ctx: Ctx, rootId: number): Promise<Listed['accounts']> {
  // subscribers_root (root_id), accounts_subscriber
  const { rows } = await sql<Listed['accounts'][number]>`
    select a.id, a.number
    from   subscribers m join accounts a on a.subscriber_id = m.id and a.state <> 'closed'
    where  m.root_id = ${rootId} order by a.number limit 500`.execute(ctx.db);
  return rows;
}
