import { type RawBuilder, sql } from 'kysely';
import { endDiscount, giveDiscount } from '../../billing/index.ts';
import type { Ctx, Language } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { accountOf } from '../../retention/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { followMoved } from './follow-moved.ts';
import type { KeptKind } from './kinds.ts';
import { wanted } from './wanted.ts';

type Due = {
  subscriberId: number;
  reached: number;
  percent: number;
  /** What is off already, and when it last became less. */
  given: number;
  fellOn: string | null;
  accountId: number | null;
  discountId: number | null;
};

/** So many are given for the first time in a night; who was not reached is due the next. */
const MOST_NEW = 100_000;
/** Of so many the accounts are held at once, while payments on them wait. */
const BATCH = 100;

/**
 * Takes away, or makes smaller, what is more than each should have, gives anew what has ended with
 * its tariff, and then gives who has none theirs: those by chance, so that whom billing refuses
 * each night keeps nobody else from it. Nobody is given any while the programme does not work.
 * @returns how many discounts have changed
 */
export async function keepDiscounts(
  given: Ctx,
  day: string,
  kind: KeptKind,
  signal: AbortSignal,
): Promise<number> {
  await inTransaction(given, followMoved);
  const { begunOn } = await loadProgramme(given);
  const isOn = begunOn !== null && begunOn <= day;
  const all = await findDue(given, kind, day, isOn);
  let changed = 0;
  for (let at = 0; at < all.length && !signal.aborted; at += BATCH) {
    changed += await inTransaction(given, async (ctx) => {
      let count = 0;
      for (const due of all.slice(at, at + BATCH)) {
        count += (await keep(ctx, kind, day, due)) ? 1 : 0;
      }
      return count;
    });
  }
  return changed;
}

/**
 * What falls for a debt falls by no more than a half, and once a month: nobody is shocked. What
 * hangs on friends goes with them.
 */
const gently: Readonly<Record<KeptKind, (day: string) => RawBuilder<unknown>>> = {
  friends: () => sql`coalesce(t.percent, 0)`,
  privilege: (day) => sql`
    case when coalesce(t.percent, 0) >= coalesce(g.percent, 0) then t.percent
         when g.fell_on > ${day}::date - interval '1 month' then g.percent
         else greatest(coalesce(t.percent, 0), g.percent / 2) end`,
};

async function findDue(ctx: Ctx, kind: KeptKind, day: string, isOn: boolean): Promise<Due[]> {
  // kept_discounts_standing (subscriber_id, kind) where ended_on is null, discounts_pkey,
  // subscriptions_pkey, subscribers_root (root_id), accounts_subscriber, subscriptions_account
  const { rows } = await sql<Due>`
    with want as materialized (${wanted[kind](day)}),
    due as (
      select coalesce(t.subscriber_id, g.subscriber_id) as subscriber_id,
             coalesce(t.reached, 0) as reached, g.account_id, g.discount_id,
             coalesce(g.percent, 0) as given, g.fell_on,
             case when ${isOn} and exists (
               select from subscribers m
               join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
               join   subscriptions x on x.account_id = a.id and x.ended_on is null
               join   product_versions v on v.id = x.product_version_id
               join   products p on p.id = v.product_id and p.kind = 'tariff'
               where  m.root_id = coalesce(t.subscriber_id, g.subscriber_id))
             then ${gently[kind](day)} else 0 end as percent,
             exists (select from discounts d
                     join   accounts a on a.id = d.account_id
                     join   subscriptions x on x.id = d.subscription_id
                     where  d.id = g.discount_id
                     and   (a.state = 'closed' or x.ended_on <= ${day})) as is_lost
      from   want t
      full   join (select subscriber_id, account_id, discount_id, percent, fell_on
                   from   kept_discounts
                   where  kind = ${kind} and ended_on is null) g
             on g.subscriber_id = t.subscriber_id)
    (select d.subscriber_id, d.reached, d.percent, d.given, d.fell_on, d.account_id, d.discount_id
     from   due d
     where  d.given > 0 and (d.percent <> d.given or d.is_lost)
     order  by d.percent > d.given, d.subscriber_id)
    union all
    (select d.subscriber_id, d.reached, d.percent, d.given, d.fell_on, d.account_id, d.discount_id
     from   due d
     where  d.given = 0 and d.percent > 0
     order  by md5(d.subscriber_id || ${day}) limit ${MOST_NEW})`.execute(ctx.db);
  return rows;
}

async function keep(ctx: Ctx, kind: KeptKind, day: string, due: Due): Promise<boolean> {
  const { subscriberId, percent, reached, accountId, discountId } = due;
  const fellOn = percent < due.given ? day : due.fellOn;
  if (accountId !== null && discountId !== null) {
    const ended = await attempt(ctx, (tx) => endDiscount(tx, { id: accountId, discountId }));
    if (!ended.ok && !areOver.includes(ended.failure.code)) {
      ctx.log.warn({ subscriberId, code: ended.failure.code }, 'a kept discount goes on');
      return false;
    }
    await ctx.db
      .updateTable('keptDiscounts')
      .set({ endedOn: day })
      .where('discountId', '=', discountId)
      .execute();
  }
  if (percent === 0) return true;
  const account = await accountOf(ctx, subscriberId, undefined);
  if (!account || account.tariffId === null) return false;
  const { id, tariffId } = account;
  // What billing refuses, it has written before: it is taken back.
  const given = await attempt(ctx, (tx) =>
    giveDiscount(tx, {
      id,
      subscriptionId: tariffId,
      kind: 'percent',
      value: percent * 100,
      fromOn: day,
      words: words[ctx.operator.language][kind](reached),
    }),
  );
  if (!given.ok) {
    ctx.log.warn({ subscriberId, code: given.failure.code }, 'a kept discount is not given');
    return false;
  }
  const kept = { subscriberId, kind, accountId: id, discountId: given.value.id };
  await ctx.db
    .insertInto('keptDiscounts')
    .values({ ...kept, percent, reached, givenOn: day, fellOn })
    .execute();
  return true;
}

/** They stand on the account, and on its papers. */
const words: Record<Language, Record<KeptKind, (reached: number) => string>> = {
  ru: {
    friends: (reached) => `Приведённые друзья: ${reached}`,
    privilege: () => 'За стаж и оплату вовремя',
  },
  en: {
    friends: (reached) => `Friends here: ${reached}`,
    privilege: () => 'For years here and months in time',
  },
};

/** One that somebody has ended by hand, or whose holder is no longer known. */
const areOver: readonly string[] = ['billing.no_such_discount', 'subscribers.erased'];
