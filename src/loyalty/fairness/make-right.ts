import { sql } from 'kysely';
import { endDiscount, giveDiscount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { reaches } from '../reach.ts';
import { unfairPrices } from './count-unfair.ts';
import { YEAR_DAYS } from './offers-now.ts';

type Unfair = { subscriptionId: number; subscriberId: number; accountId: number };

/** What the check lends: to take off just what a newcomer would not pay. */
const lent = ['billing.adjust', 'catalog.below_floor'] as const;

/**
 * Takes off for a year what each pays more than a newcomer would, as it is now; one by one, so
 * that whom billing refuses stops nobody else. Fails with `loyalty.nothing_unfair` where nobody was
 * reached.
 */
export async function makeRight(
  ctx: Ctx,
  { subscriptionIds }: { subscriptionIds: number[] },
): Promise<Result<{ rightIds: number[]; refused: number }>> {
  const rightIds: number[] = [];
  let refused = 0;
  for (const subscriptionId of new Set(subscriptionIds)) {
    const made = await attempt(ctx, (tx) => makeOneRight(tx, subscriptionId));
    if (made.ok) rightIds.push(made.value);
    else refused += 1;
  }
  if (rightIds.length === 0) return fail('loyalty.nothing_unfair');
  return ok({ rightIds, refused });
}

async function makeOneRight(ctx: Ctx, subscriptionId: number): Promise<Result<number>> {
  // unfair_prices_pkey: whoever comes second finds none.
  const { rows } = await sql<Unfair>`
    delete from unfair_prices u using subscribers o, subscribers s
    where  u.subscription_id = ${subscriptionId} and o.id = u.subscriber_id and s.id = o.root_id
    and    ${reaches(ctx, 'loyalty.check')}
    returning u.subscription_id, s.id as subscriber_id, u.account_id`.execute(ctx.db);
  const [unfair] = rows;
  if (!unfair) return fail('loyalty.nothing_unfair');
  const { accountId, subscriberId } = unfair;
  // accounts_pkey; whoever gives a discount meanwhile comes before or after.
  await sql`select from accounts where id = ${accountId} for no key update`.execute(ctx.db);
  const ended = await endStanding(ctx, subscriptionId);
  if (!ended.ok) return ended;
  const day = today(ctx);
  const gapMinor = await gapNow(ctx, subscriptionId, day);
  if (gapMinor === null) return fail('loyalty.nothing_unfair');
  const given = await giveDiscount(withRights(ctx, lent), {
    id: accountId,
    subscriptionId,
    kind: 'sum',
    value: gapMinor,
    fromOn: day,
    toOn: daysAfter(day, YEAR_DAYS - 1),
    words: ctx.operator.language === 'ru' ? 'Цена как для новых' : 'The price of newcomers',
  });
  if (!given.ok) return given;
  const { id } = await ctx.db
    .insertInto('rightsMade')
    .values({
      subscriptionId,
      subscriberId,
      accountId,
      discountId: given.value.id,
      gapMinor,
      givenOn: day,
      givenBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'loyalty.price_made_right',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { gapMinor, currency: ctx.operator.currency },
  });
  return ok(id);
}

/** What it costs more than it would a newcomer at this moment: the list is of the night. */
async function gapNow(ctx: Ctx, subscriptionId: number, day: string): Promise<number | null> {
  const { loyalMonths } = await loadProgramme(ctx);
  const { rows } = await sql<{ minor: number }>`
    select u.paid_minor - u.newcomer_minor as minor
    from  (${unfairPrices(day, loyalMonths, sql`x.id = ${subscriptionId}`)}) u`.execute(ctx.db);
  return rows[0]?.minor ?? null;
}

/**
 * Ends what was made right before of a subscription, or of what a change of price has made it of.
 */
async function endStanding(ctx: Ctx, subscriptionId: number): Promise<Result<Done>> {
  // subscriptions_replaced_by (replaced_by_id), rights_made_standing (subscription_id)
  const { rows } = await sql<{ accountId: number; discountId: number }>`
    with recursive former as (
      select id, is_moved from subscriptions where id = ${subscriptionId}
      union all
      select x.id, x.is_moved
      from   former f join subscriptions x on f.is_moved and x.replaced_by_id = f.id)
    update rights_made
    set    undone_at = ${ctx.clock.now()}, undone_by = ${staffIdOf(ctx.actor)}
    where  subscription_id in (select id from former) and undone_at is null
    returning account_id, discount_id`.execute(ctx.db);
  for (const { accountId, discountId } of rows) {
    const ended = await endDiscount(withRights(ctx, lent), { id: accountId, discountId });
    if (!ended.ok && ended.failure.code !== 'billing.no_such_discount') return ended;
  }
  return ok({});
}

/** Ends those discounts from today on; by the next night who pays more stands on the list again. */
export async function undoRights(
  ctx: Ctx,
  { rightIds }: { rightIds: number[] },
): Promise<Result<{ undone: number }>> {
  let undone = 0;
  for (const id of new Set(rightIds)) {
    const done = await attempt(ctx, (tx) => undoOne(tx, id));
    if (done.ok) undone += 1;
  }
  return undone === 0 ? fail('loyalty.nothing_unfair') : ok({ undone });
}

async function undoOne(ctx: Ctx, id: number): Promise<Result<number>> {
  const { rows } = await sql<{ accountId: number; discountId: number; subscriberId: number }>`
    update rights_made r
    set    undone_at = ${ctx.clock.now()}, undone_by = ${staffIdOf(ctx.actor)}
    from   subscribers o join subscribers s on s.id = o.root_id
    where  r.id = ${id} and r.undone_at is null and o.id = r.subscriber_id
    and    ${reaches(ctx, 'loyalty.check')}
    returning r.account_id, r.discount_id, s.id as subscriber_id`.execute(ctx.db);
  const [right] = rows;
  if (!right) return fail('loyalty.nothing_unfair');
  const { accountId, discountId, subscriberId } = right;
  const ended = await endDiscount(withRights(ctx, lent), { id: accountId, discountId });
  // One that somebody has ended by hand is over already.
  if (!ended.ok && ended.failure.code !== 'billing.no_such_discount') return ended;
  await emit(ctx, {
    type: 'loyalty.right_undone',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
  });
  return ok(id);
}
