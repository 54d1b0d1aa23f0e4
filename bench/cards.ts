import { randomOf } from '../src/demo/random.ts';
import { ask, type Base } from './base.ts';
import type { Case } from './measure.ts';

/** Opening a card with the first fifty rows of its timeline. */
export async function cards(base: Base): Promise<Case[]> {
  const { rows } = await base.ctx.pool.query<{ id: number }>(
    'select min(id) as id from subscribers union all select max(id) from subscribers',
  );
  const [first = 1, last = 1] = rows.map((row) => row.id);
  const somebody = (run: number): number => randomOf('bench card', run).between(first, last);
  return [
    {
      name: 'card with 50 rows of the timeline',
      runs: 300,
      barMs: 30,
      call: (run) =>
        Promise.all([
          ask(base, 'GET', `/api/subscribers/${somebody(run)}`),
          ask(base, 'GET', `/api/subscribers/${somebody(run)}/timeline?limit=50`),
        ]),
    },
  ];
}
