import { randomOf } from '../src/demo/random.ts';
import { ask, type Base } from './base.ts';
import { addDailyLines } from './daily-lines.ts';
import type { Case } from './measure.ts';

/**
 * An account's balance and how it is served, and its statement with the first page of lines: of any
 * account, and of one that was charged daily for three years, at its end and in one of its months.
 */
export async function accounts(base: Base): Promise<Case[]> {
  const { rows } = await base.ctx.pool.query<{ id: number }>(
    'select min(id) as id from accounts union all select max(id) from accounts',
  );
  const [first = 1, last = 1] = rows.map((row) => row.id);
  const some = (run: number): number => randomOf('bench account', run).between(first, last);
  const daily = await addDailyLines(base);
  const long = (run: number): number => daily[run % daily.length] ?? first;
  const common = { runs: 300, barMs: 20 };
  return [
    {
      ...common,
      name: 'balance of an account',
      call: (run) => ask(base, 'GET', `/api/accounts/${some(run)}/service`),
    },
    {
      ...common,
      name: 'statement of an account',
      call: (run) => ask(base, 'GET', `/api/accounts/${some(run)}/statement`),
    },
    {
      ...common,
      name: 'statement of three years of days',
      call: (run) => ask(base, 'GET', `/api/accounts/${long(run)}/statement`),
    },
    {
      ...common,
      name: 'the same: one month of it',
      call: (run) =>
        ask(base, 'GET', `/api/accounts/${long(run)}/statement?from=2025-03-01&to=2025-03-31`),
    },
  ];
}
