import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { today } from '../../subscribers/index.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { holdAccounts } from '../find-account.ts';

type Due = { id: number; fromVersionId: number; toVersionId: number; fromOn: string };

/** Subscriptions of one transaction. */
const CHUNK = 500;

/**
 * Moves some of those whose day of a change of price has come, each once, with the discounts that
 * go on. Whoever was not told in time waits; who has left the version stays where they are. What
 * was charged in advance is put right in the same transaction, also where the day has passed.
 * @returns whether there may be more
 */
export async function moveTouched(ctx: Ctx): Promise<boolean> {
  const change = await findDue(ctx);
  if (!change) return false;
  // price_moves_due (price_change_id, moves_on, subscription_id)
  const { rows } = await sql<{ subscriptionId: number; accountId: number; movesOn: string }>`
    select subscription_id, account_id, moves_on from price_moves
    where  price_change_id = ${change.id} and done_at is null and moves_on <= ${today(ctx)}
    order  by moves_on, subscription_id limit ${CHUNK}`.execute(ctx.db);
  const [first] = rows;
  if (!first) {
    await finish(ctx, change);
    return true;
  }
  const due = { ...change, fromOn: first.movesOn };
  const chunk = rows.filter((one) => one.movesOn === first.movesOn);
  const accountIds = [...new Set(chunk.map(({ accountId }) => accountId))];
  await holdAccounts(ctx, accountIds);
  const ids = chunk.map(({ subscriptionId }) => subscriptionId);
  await move(ctx, due, ids);
  await moveDiscounts(ctx, due, ids);
  await chargeAccounts(ctx, accountIds, due.fromOn);
  return true;
}

/** A change of which somebody is to be moved today, or nobody is left to be moved or told. */
async function findDue(ctx: Ctx): Promise<Due | undefined> {
  // price_changes_open, price_moves_due, subscriptions_pkey, accounts_pkey
  const { rows } = await sql<Due>`
    select c.id, c.from_version_id, c.to_version_id, c.from_on from price_changes c
    where  c.state = 'announced' and c.from_on <= ${today(ctx)}
    and   (exists (select from price_moves m
                   where  m.price_change_id = c.id and m.done_at is null
                   and    m.moves_on <= ${today(ctx)})
           or not exists (
             select from price_moves m
             join   subscriptions s on s.id = m.subscription_id
             join   accounts a on a.id = s.account_id
             where  m.price_change_id = c.id and m.done_at is null
             and    s.product_version_id = c.from_version_id and s.ended_on is null
             and    s.monthly_fee_minor is null and a.state <> 'closed'))
    order  by c.from_on, c.id limit 1 for update of c skip locked`.execute(ctx.db);
  return rows[0];
}

async function move(ctx: Ctx, due: Due, ids: readonly number[]): Promise<void> {
  const { id, fromVersionId, toVersionId, fromOn } = due;
  await sql`
    with chosen as materialized (
      select s.id, s.account_id,
             nextval(pg_get_serial_sequence('subscriptions', 'id')) as new_id
      from   subscriptions s join accounts a on a.id = s.account_id
      where  s.id = any(${[...ids]}::bigint[]) and s.product_version_id = ${fromVersionId}
      and    s.ended_on is null and s.monthly_fee_minor is null and a.state <> 'closed'),
    made as (
      insert into subscriptions (id, account_id, product_version_id, started_on, is_moved,
                                 created_at)
      overriding system value
      select new_id, account_id, ${toVersionId}, ${fromOn}, true, ${ctx.clock.now()}
      from   chosen order by new_id returning id)
    update price_moves m
    set    done_at = ${ctx.clock.now()}, moved_to_id = c.new_id
    from   unnest(${[...ids]}::bigint[]) one
    left   join chosen c on c.id = one
    where  m.price_change_id = ${id} and m.subscription_id = one`.execute(ctx.db);
  await sql`
    update subscriptions s set ended_on = ${fromOn}, replaced_by_id = m.moved_to_id
    from   price_moves m
    where  m.price_change_id = ${id} and m.subscription_id = s.id
    and    s.id = any(${[...ids]}::bigint[]) and m.moved_to_id is not null`.execute(ctx.db);
}

/** What is given on the old goes on with the new, for the rest of its time and in its order. */
async function moveDiscounts(ctx: Ctx, { id, fromOn }: Due, ids: readonly number[]): Promise<void> {
  // discounts_subscription (subscription_id)
  await sql`
    with moved as (
      select subscription_id, moved_to_id from price_moves
      where  price_change_id = ${id} and subscription_id = any(${[...ids]}::bigint[])
      and    moved_to_id is not null)
    insert into discounts (account_id, subscription_id, promotion_id, bundle_id, kind, value, from_on,
                           to_on, words, given_by, given_at, moved_from_id)
    select d.account_id, m.moved_to_id, d.promotion_id, d.bundle_id, d.kind, d.value,
           greatest(d.from_on, ${fromOn}::date), d.to_on, d.words, d.given_by, d.given_at, d.id
    from   moved m join discounts d on d.subscription_id = m.subscription_id
    where  d.to_on is null or d.to_on > ${fromOn} order by d.id`.execute(ctx.db);
  // It goes on under the other one, by which alone it is known when it was to end.
  await sql`
    update discounts d
    set    to_on = greatest(d.from_on, ${fromOn}::date), ended_at = ${ctx.clock.now()}
    from   price_moves m
    where  m.price_change_id = ${id} and m.subscription_id = d.subscription_id
    and    d.subscription_id = any(${[...ids]}::bigint[]) and m.moved_to_id is not null
    and    (d.to_on is null or d.to_on > ${fromOn})`.execute(ctx.db);
}

async function finish(ctx: Ctx, { id, fromOn }: Due): Promise<void> {
  const { rows } = await sql<{ moved: number }>`
    select count(moved_to_id) as moved from price_moves where price_change_id = ${id}`.execute(
    ctx.db,
  );
  // Whoever is left has another version by now, and is neither told nor moved.
  await sql`
    update price_moves set done_at = ${ctx.clock.now()}
    where  price_change_id = ${id} and done_at is null`.execute(ctx.db);
  await sql`
    update price_changes
    set    state = 'moved', ended_at = ${ctx.clock.now()}, version = version + 1
    where  id = ${id}`.execute(ctx.db);
  await emit(ctx, {
    type: 'billing.prices_changed',
    subject: { kind: 'price_change', id },
    facts: { fromOn, moved: rows[0]?.moved ?? 0 },
  });
}
