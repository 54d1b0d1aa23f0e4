import { sql } from 'kysely';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { Service } from '../api/service.ts';
import { loadSettings } from '../charging/load-settings.ts';
import { findAccount } from '../find-account.ts';
import { restDue } from '../opening/rest-due.ts';
import { pausesLeft } from './pauses-of-year.ts';
import { readStanding, suspendsOn } from './read-standing.ts';
import { readSubscriptions } from './read-subscriptions.ts';

const MOST_BREAKS = 20;

/** How an account is served, for its page. */
export async function openServing(ctx: Ctx, { id }: { id: number }): Promise<Result<Service>> {
  const found = await findAccount(ctx, id, 'billing.view');
  if (!found.ok) return found;
  const settings = await loadSettings(ctx);
  const day = today(ctx);
  const [standing, breaks, subscriptions, discounts, pauses, rest] = await Promise.all([
    readStanding(ctx, id),
    readBreaks(ctx, id),
    readSubscriptions(ctx, id, day),
    readDiscounts(ctx, id, day),
    pausesLeft(ctx, settings, id, day.slice(0, 4)),
    restDue(ctx, [id]),
  ]);
  const { state, currency, erasedAt } = found.value;
  const isOpen = erasedAt === null && state !== 'closed';
  const { paymentMode, availableMinor: available, shortSince, limitedSince } = standing;
  return ok({
    state,
    currency,
    paymentMode,
    availableMinor: available,
    shortSince,
    limitedSince,
    suspendsOn: state === 'active' ? await suspendsOn(ctx, settings, { id, ...standing }) : null,
    breaks,
    pauses,
    subscriptions,
    discounts,
    restMinor: rest.get(id) ?? 0,
    may: {
      serve: isOpen && reachOf(ctx.actor, 'billing.serve') !== null,
      adjust: isOpen && reachOf(ctx.actor, 'billing.adjust') !== null,
    },
  });
}

async function readBreaks(ctx: Ctx, id: number): Promise<Service['breaks']> {
  // service_breaks_account (account_id, began_at)
  const { rows } = await sql<Service['breaks'][number]>`
    select b.id, b.kind, b.reason, b.began_at, b.ended_at, b.words, s.name as begun_by
    from   service_breaks b left join staff s on s.id = b.begun_by
    where  b.account_id = ${id} order by b.began_at desc limit ${MOST_BREAKS}`.execute(ctx.db);
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
