import { join } from 'node:path';
import type { Ctx } from '../src/kernel/context.ts';
import { type Base, openBaseIn, today } from './base.ts';
import { fillAccounts } from './charge-base.ts';

/**
 * A base of that many subscribers of whom one in eight has left, and one in three has had another
 * tariff before, spread over two years. Kept for the next run.
 */
export function openYearsBase(subscribers: number): Promise<Base> {
  const folder = join(import.meta.dirname, '../var', `bench-years-${subscribers}`);
  return openBaseIn(folder, subscribers, fillYears);
}

async function fillYears(ctx: Ctx, subscribers: number): Promise<void> {
  await fillAccounts(ctx, subscribers);
  await ctx.pool.query('create table if not exists bench_years (until date)');
  const { rowCount } = await ctx.pool.query('select from bench_years');
  if (rowCount) return;
  const lastDay = today.toISOString().slice(0, 10);
  const { pool } = ctx;
  await pool.query(
    `with changed as (
       update subscriptions x set started_on = $1::date - (x.account_id * 7 % 700)::integer
       from   accounts a, product_versions v, products p
       where  a.id = x.account_id and x.account_id % 3 = 0 and v.id = x.product_version_id
       and    p.id = v.product_id and p.kind = 'tariff'
       and    a.contract_on < $1::date - (x.account_id * 7 % 700)::integer
       returning x.*)
     insert into subscriptions (account_id, product_version_id, monthly_fee_minor, started_on,
                                ended_on, created_at)
     select c.account_id, o.id, 40000 + c.account_id % 5 * 10000, a.contract_on, c.started_on,
            c.created_at
     from   changed c
     join   accounts a on a.id = c.account_id
     cross  join lateral (
       select v.id from product_versions v join products p on p.id = v.product_id
       where  p.kind = 'tariff' and v.id <> c.product_version_id
       order  by (v.id + c.account_id) % 7, v.id limit 1) o`,
    [lastDay],
  );
  await pool.query(
    `update accounts set state = 'closed', closed_on = $1::date - (id * 11 % 700)::integer
     where  id % 8 = 3 and closed_on is null and contract_on < $1::date - (id * 11 % 700)::integer`,
    [lastDay],
  );
  await pool.query('insert into bench_years values ($1)', [lastDay]);
  await pool.query('vacuum analyze accounts, subscriptions');
}
