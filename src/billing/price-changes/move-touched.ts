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
 * Moves some of those whose change of price has come, each once, with the discounts that go on; who
 * has left the version meanwhile stays where they are. What was charged in advance is put right in
 * the same transaction, also where the day has passed. @returns whether there may be more
 */
export async function moveTouched(ctx: Ctx): Promise<boolean> {
  // price_changes_open
  const { rows } = await sql<Due>`
    select id, from_version_id, to_version_id, from_on from price_changes
    where  state = 'announced' and from_on <= ${today(ctx)}
    order  by from_on, id limit 1 for update skip locked`.execute(ctx.db);
  const [due] = rows;
  if (!due) return false;
  // price_moves_undone (price_change_id, subscription_id)
  const { rows: chunk } = await sql<{ subscriptionId: number; accountId: number }>`
    select subscription_id, account_id from price_moves
    where  price_change_id = ${due.id} and done_at is null
    order  by subscription_id limit ${CHUNK}`.execute(ctx.db);
  if (chunk.length === 0) {
    await finish(ctx, due);
    return true;
  }
  const accountIds = [...new Set(chunk.map(({ accountId }) => accountId))];
  await holdAccounts(ctx, accountIds);
  const ids = chunk.map(({ subscriptionId }) => subscriptionId);
  await move(ctx, due, ids);
  await moveDiscounts(ctx, due, ids);
  await chargeAccounts(ctx, accountIds, due.fromOn);
  return true;
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
    insert into discounts (account_id, subscription_id, promotion_id, kind, value, from_on, to_on,
                           words, given_by, given_at)
    select d.account_id, m.moved_to_id, d.promotion_id, d.kind, d.value,
           greatest(d.from_on, ${fromOn}::date), d.to_on, d.words, d.given_by, d.given_at
    from   moved m join discounts d on d.subscription_id = m.subscription_id
    where  d.to_on is null or d.to_on > ${fromOn} order by d.id`.execute(ctx.db);
  await sql`
    update discounts d set to_on = greatest(d.from_on, ${fromOn}::date)
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
