import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import {
  type Due,
  monthsThrough,
  nextMonth,
  plusDays,
} from '../../billing/testing/charging-model.ts';
import { api as ledgerApi } from '../../ledger/api.ts';
import { verifyLedger } from '../../ledger/index.ts';
import type { Person } from './people.ts';
import type { Year } from './year.ts';

const PAGE = 5000;

type Standing = {
  id: number;
  state: string;
  balance: number;
  charges: Record<string, number>;
  months: Record<string, number>;
};

const withoutZeros = (amounts: Iterable<[string, number]>): Record<string, number> =>
  Object.fromEntries([...amounts].filter(([, amount]) => amount !== 0));

/** What the model says of an account. */
function told(year: Year, account: Person): Standing {
  const dues: Due[] = [...account.charged.values()];
  return {
    id: account.id,
    state: account.state,
    balance: year.balance(account),
    charges: Object.fromEntries(dues.flatMap((due) => [...due])),
    months: withoutZeros(account.moves),
  };
}

/** What the program says: of so many accounts, by their ids. */
async function standings({ world }: Year, ids: readonly number[]): Promise<Standing[]> {
  const { rows } = await world.ctx.pool.query<Standing>(
    `select a.id, a.state, coalesce(b.balance_minor, 0) as balance,
            (select coalesce(jsonb_object_agg(c.key, c.amount), '{}') from (
               select concat_ws(' ', subscription_id, kind, month, rate_id) as key,
                      sum(amount_minor) as amount
               from   charges
               where  account_id = a.id and kind <> 'one_off'
               group  by subscription_id, kind, month, rate_id
               having sum(amount_minor) <> 0) c) as charges,
            (select coalesce(jsonb_object_agg(p.month, p.amount), '{}') from (
               select date_trunc('month', t.occurred_on)::date as month,
                      sum(p.amount_minor) as amount
               from   ledger_postings p join ledger_transactions t on t.id = p.transaction_id
               where  p.ledger_account_id = l.id group by 1 having sum(p.amount_minor) <> 0) p)
              as months
     from   unnest($1::bigint[]) with ordinality as g(id, place)
     join   accounts a on a.id = g.id
     left   join ledger_accounts l on l.account_id = a.id
     left   join ledger_balances b on b.ledger_account_id = l.id
     order  by g.place`,
    [ids],
  );
  return rows;
}

/**
 * Compares every account with the model: its state, its balance, what it was charged for each
 * subscription, month and rate, and what moved in each month.
 * @returns a hash of all that stands in the program
 */
export async function compareAll(year: Year): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < year.people.length; at += PAGE) {
    const page = year.people.slice(at, at + PAGE);
    const rows = await standings(
      year,
      page.map(({ id }) => id),
    );
    for (const [place, account] of page.entries()) {
      expect(rows[place], `${year.seed}, ${year.today}`).toEqual(told(year, account));
      hash.update(JSON.stringify(rows[place]));
    }
  }
  return hash.digest('hex');
}

/** Balances and states alone: what is looked at while the year goes on. */
export async function compareBalances(year: Year): Promise<void> {
  const { rows } = await year.world.ctx.pool.query<{ id: number; state: string; balance: number }>(
    `select a.id, a.state, coalesce(b.balance_minor, 0) as balance
     from   accounts a
     left   join ledger_accounts l on l.account_id = a.id
     left   join ledger_balances b on b.ledger_account_id = l.id order by a.id`,
  );
  const differing = year.people.flatMap((account, at) => {
    const row = rows[at];
    const balance = year.balance(account);
    const { id, state } = account;
    const isSame = row?.id === id && row.state === state && row.balance === balance;
    return isSame ? [] : [{ told: { id, state, balance }, row }];
  });
  expect(differing.slice(0, 5), `${year.seed}, ${year.today}`).toEqual([]);
}

/** The ledger: nothing broken, all money zero together, each own side as it was moved. */
export async function compareLedger(year: Year): Promise<void> {
  const { world, as, today, sides, people } = year;
  const verified = await verifyLedger(world.ctx);
  expect(verified.filter(({ found }) => found > 0)).toEqual([]);
  const period = { from: '2026-01-01', to: today };
  const { body } = await world.via(ledgerApi)('GET /api/ledger/trial-balance', period, as);
  const stands = new Map(sides);
  for (const account of people) {
    const { currency, chargedMinor } = account;
    const put = (side: string, amount: number): void =>
      void stands.set(`${currency} ${side}`, (stands.get(`${currency} ${side}`) ?? 0) + amount);
    put('revenue', chargedMinor);
    put('subscriber', year.balance(account));
  }
  const shown = body.rows.map(
    ({ currency, kind, closingMinor }) => [`${currency} ${kind}`, closingMinor] as [string, number],
  );
  expect(withoutZeros(shown)).toEqual(withoutZeros(stands));
  for (const [, own] of Map.groupBy(body.rows, ({ currency }) => currency)) {
    expect(own.reduce((sum, { closingMinor }) => sum + closingMinor, 0)).toBe(0);
  }
  const failed = await world.ctx.pool.query('select from charge_failures');
  expect(failed.rowCount).toBe(0);
}

/** Month by month: what stood, and each line of it, come to what stands, and that is the next. */
export async function compareStatements(year: Year, people: readonly Person[]): Promise<void> {
  for (const account of people) {
    let standing = 0;
    for (const month of monthsThrough(year.settings, year.today)) {
      const period = { from: month, to: plusDays(nextMonth(month), -1) };
      const { body } = await year.world.via(billingApi)(
        'GET /api/accounts/{id}/statement',
        { id: account.id, ...period, limit: 200 },
        year.as,
      );
      const { openingMinor, raisedMinor, loweredMinor, closingMinor } = body.totals;
      const moved = account.moves.get(month) ?? 0;
      expect(body.nextCursor).toBeNull();
      expect({
        opening: openingMinor,
        moved: raisedMinor + loweredMinor,
        lines: body.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        closing: closingMinor,
      }).toEqual({ opening: standing, moved, lines: moved, closing: standing + moved });
      standing = closingMinor;
    }
    expect(standing).toBe(year.balance(account));
  }
}
