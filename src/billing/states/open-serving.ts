import { sql } from 'kysely';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { restDaysBetween } from '../../norms/index.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { Settings } from '../api/charging.ts';
import type { Service } from '../api/service.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { findAccount } from '../find-account.ts';
import { boundUntil } from '../subscribing/leaving-fee.ts';
import { availableJoins, availableMinor } from './available.ts';
import { dayOf } from './local-days.ts';
import { pausesLeft } from './pauses-of-year.ts';

const MOST_BREAKS = 20;
const LONGEST_REST = 30;

/** How an account is served, for its page. */
export async function openServing(ctx: Ctx, { id }: { id: number }): Promise<Result<Service>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  const settings = await loadSettings(ctx);
  const day = today(ctx);
  const [standing, breaks, subscriptions, discounts, pauses] = await Promise.all([
    readStanding(ctx, id),
    readBreaks(ctx, id),
    readSubscriptions(ctx, id, day),
    readDiscounts(ctx, id, day),
    pausesLeft(ctx, settings, id, day.slice(0, 4)),
  ]);
  const { state, currency, erasedAt } = found.value;
  const isOpen = erasedAt === null && state !== 'closed';
  const { paymentMode, availableMinor: available, shortSince } = standing;
  return ok({
    state,
    currency,
    paymentMode,
    availableMinor: available,
    shortSince,
    suspendsOn: state === 'active' ? suspendsOn(ctx, settings, standing) : null,
    breaks,
    pauses,
    subscriptions,
    discounts,
    may: {
      serve: isOpen && reachOf(ctx.actor, 'billing.serve') !== null,
      adjust: isOpen && reachOf(ctx.actor, 'billing.adjust') !== null,
    },
  });
}

type Standing = Pick<Service, 'paymentMode' | 'availableMinor' | 'shortSince'> & {
  shortOn: string | null;
};

async function readStanding(ctx: Ctx, id: number): Promise<Standing> {
  // accounts_pkey, ledger_accounts_account, ledger_balances_pkey, shortfalls_pkey
  const { rows } = await sql<Standing>`
    select a.payment_mode, ${availableMinor} as available_minor, f.since_at as short_since,
           ${dayOf(ctx, 'f.sinceAt')} as short_on
    from   accounts a ${availableJoins}
    left   join shortfalls f on f.account_id = a.id
    where  a.id = ${id}`.execute(ctx.db);
  const [standing] = rows;
  if (!standing) throw new Error(`account ${id} is gone`);
  return standing;
}

/** The first day after the days of grace on which somebody is suspended at all. */
function suspendsOn(ctx: Ctx, settings: Settings, standing: Standing): string | null {
  const { graceDays, postpaidGraceDays, sparesRestDays } = settings;
  const grace = standing.paymentMode === 'postpaid' ? postpaidGraceDays : graceDays;
  if (standing.shortOn === null || standing.availableMinor >= 0 || grace === null) return null;
  const due = daysAfter(standing.shortOn, grace);
  const first = due > today(ctx) ? due : today(ctx);
  if (!sparesRestDays) return first;
  const rest = restDaysBetween(ctx.operator.country, first, daysAfter(first, LONGEST_REST));
  const days = Array.from({ length: LONGEST_REST }, (_, at) => daysAfter(first, at));
  return days.find((on) => !rest.includes(on)) ?? first;
}

async function readBreaks(ctx: Ctx, id: number): Promise<Service['breaks']> {
  // service_breaks_account (account_id, began_at)
  const { rows } = await sql<Service['breaks'][number]>`
    select b.id, b.kind, b.reason, b.began_at, b.ended_at, b.words, s.name as begun_by
    from   service_breaks b left join staff s on s.id = b.begun_by
    where  b.account_id = ${id} order by b.began_at desc limit ${MOST_BREAKS}`.execute(ctx.db);
  return rows;
}

async function readSubscriptions(
  ctx: Ctx,
  id: number,
  day: string,
): Promise<Service['subscriptions']> {
  // subscriptions_account (account_id), price_moves_subscription
  const { rows } = await sql<Service['subscriptions'][number]>`
    select s.id, s.product_version_id, v.product_id, p.kind, p.name, v.charge_cycle,
           coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as monthly_fee_minor,
           s.started_on, s.ended_on, c.price_change,
           case when ${boundUntil(day)} is not null and s.ended_on is null then
             jsonb_build_object('untilOn', ${boundUntil(day)}, 'feeMinor', v.leaving_fee_minor)
           end as leaving
    from   subscriptions s
    join   product_versions v on v.id = s.product_version_id
    join   products p on p.id = v.product_id
    left   join lateral (
      select jsonb_build_object('fromOn', coalesce(m.moves_on, h.from_on), 'monthlyFeeMinor', n.monthly_fee_minor)
               as price_change
      from   price_moves m
      join   price_changes h on h.id = m.price_change_id and h.state = 'announced'
      join   product_versions n on n.id = h.to_version_id
      where  m.subscription_id = s.id and m.done_at is null and s.ended_on is null) c on true
    where  s.account_id = ${id} and (s.ended_on is null or s.ended_on > ${day})
    order  by p.kind <> 'tariff', s.started_on nulls first, s.id`.execute(ctx.db);
  return rows;
}

async function readDiscounts(ctx: Ctx, id: number, day: string): Promise<Service['discounts']> {
  // discounts_account (account_id)
  const { rows } = await sql<Service['discounts'][number]>`
    select d.id, d.subscription_id, m.name as promotion, d.kind, d.value, d.from_on,
           d.to_on - 1 as to_on, d.words
    from   discounts d left join promotions m on m.id = d.promotion_id
    where  d.account_id = ${id} and (d.to_on is null or d.to_on > ${day})
    order  by d.kind <> 'percent', d.id`.execute(ctx.db);
  return rows;
}
