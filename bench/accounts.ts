import { randomOf } from '../src/demo/random.ts';
import { ask, type Base } from './base.ts';
import type { Case } from './measure.ts';

/** An account's balance and how it is served, and its statement with the first page of lines. */
export async function accounts(base: Base): Promise<Case[]> {
  const { rows } = await base.ctx.pool.query<{ id: number }>(
    'select min(id) as id from accounts union all select max(id) from accounts',
  );
  const [first = 1, last = 1] = rows.map((row) => row.id);
  const some = (run: number): number => randomOf('bench account', run).between(first, last);
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
  ];
}
