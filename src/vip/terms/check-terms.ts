import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { isOfAccount, type TermsKind } from '../kinds.ts';
import type { Client } from '../reach.ts';
import { readServices, type Terms, weigh, type Weighed } from './weigh-terms.ts';

/** Between which bounds a value is, by the kind. */
const bounds: Record<TermsKind, readonly [least: number, most: number]> = {
  percent: [1, 10_000],
  sum: [1, 1e12],
  fixed: [1, 1e12],
  free: [0, 0],
  longer: [1, 180],
  no_suspension: [0, 0],
};

/**
 * Whether terms can be given to a client, and what they would come to.
 * @param ownId of terms that were proposed already
 */
export async function checkTerms(
  ctx: Ctx,
  client: Pick<Client, 'id' | 'hasLeft'>,
  terms: Terms,
  ownId: number | null = null,
): Promise<Result<Weighed>> {
  if (client.hasLeft) return fail('vip.has_left');
  const refused = refuseWords(ctx, terms) ?? (await refuseAccount(ctx, client.id, terms));
  if (refused) return refused;
  const services = await readServices(ctx, client.id, terms);
  if (services.length !== new Set(terms.subscriptionIds).size) {
    return fail('vip.no_such_service', {}, { subscriptionIds: 'vip.no_such_service' });
  }
  if (services.some(({ nowMinor, thenMinor }) => thenMinor >= nowMinor)) {
    return fail('vip.no_privilege', {}, { value: 'vip.no_privilege' });
  }
  const on = terms.kind === 'fixed' ? await priceMovesOn(ctx, terms) : null;
  if (on !== null) return fail('vip.price_moves', { on }, { toOn: 'vip.price_moves' });
  if (await doStand(ctx, client.id, terms, ownId)) return fail('vip.terms_stand');
  return ok(await weigh(ctx, services, terms));
}

function refuseWords(ctx: Ctx, { kind, value, fromOn, toOn, ...of }: Terms): Fail | null {
  if (fromOn < today(ctx)) return fail('vip.term_past', {}, { fromOn: 'vip.term_past' });
  if (toOn !== null && toOn < fromOn) {
    return fail('vip.wrong_period', {}, { toOn: 'vip.wrong_period' });
  }
  const [least, most] = bounds[kind];
  if (value < least || value > most) {
    return fail('vip.wrong_value', { least, most }, { value: 'vip.wrong_value' });
  }
  if (isOfAccount(kind)) {
    const isAlone = of.accountId !== null && of.subscriptionIds.length === 0;
    return isAlone ? null : fail('vip.no_such_account', {}, { accountId: 'vip.no_such_account' });
  }
  return of.accountId === null && of.subscriptionIds.length > 0
    ? null
    : fail('vip.no_such_service', {}, { subscriptionIds: 'vip.no_such_service' });
}

async function refuseAccount(ctx: Ctx, rootId: number, { accountId }: Terms): Promise<Fail | null> {
  if (accountId === null) return null;
  // accounts_pkey, subscribers_pkey
  const { rows } = await sql`
    select from accounts a join subscribers s on s.id = a.subscriber_id
    where  a.id = ${accountId} and s.root_id = ${rootId} and a.state <> 'closed'`.execute(ctx.db);
  return rows.length > 0
    ? null
    : fail('vip.no_such_account', {}, { accountId: 'vip.no_such_account' });
}

/** The first day within terms on which another discount of their services begins or ends. */
async function priceMovesOn(
  ctx: Ctx,
  { subscriptionIds, fromOn, toOn }: Terms,
): Promise<string | null> {
  // subscriptions_pkey, discounts_account (account_id)
  const { rows } = await sql<{ on: string | null }>`
    select min(x."on") as "on"
    from   subscriptions s
    join   discounts d on d.account_id = s.account_id
                      and (d.subscription_id is null or d.subscription_id = s.id)
                      and d.from_on < coalesce(d.to_on, 'infinity')
    cross  join lateral (values (d.from_on), (d.to_on)) x ("on")
    where  s.id = any(${[...subscriptionIds]}::bigint[])
    and    x."on" > ${fromOn}::date and x."on" <= coalesce(${toOn}::date, 'infinity')`.execute(
    ctx.db,
  );
  return rows[0]?.on ?? null;
}

/** Whether other terms of the same wait or run in a part of the time. */
async function doStand(
  ctx: Ctx,
  rootId: number,
  { kind, subscriptionIds, accountId, fromOn, toOn }: Terms,
  ownId: number | null,
): Promise<boolean> {
  // subscribers_root (root_id), vip_terms_subscriber, vip_terms_services_pkey
  const { rows } = await sql`
    select from subscribers m
    join   vip_terms t on t.subscriber_id = m.id and t.state in ('proposed', 'approved')
    where  m.root_id = ${rootId} and t.id is distinct from ${ownId}::bigint
    and    daterange(t.from_on, t.to_on, '[]') && daterange(${fromOn}::date, ${toOn}::date, '[]')
    and   (t.account_id = ${accountId}::bigint and t.kind = ${kind}
           or exists (select from vip_terms_services x
                      where  x.terms_id = t.id
                      and    x.subscription_id = any(${[...subscriptionIds]}::bigint[])))
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
