import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { whoseRecord } from '../subscribers/index.ts';
import type { WorkHolder } from '../work/index.ts';
import { attention, liveReach } from './live-events.ts';
import { reaches } from './reach.ts';

type Described = { id: number; title: string; path: string };

/** What deals are called where they are pointed at; of those that the asker may see. */
async function describe(ctx: Ctx, ids: readonly number[]): Promise<Described[]> {
  // deals_pkey
  const { rows } = await sql<{ id: number; name: string }>`
    select d.id, d.name from deals d
    where  d.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, 'sales.work')}`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ id, title: `№ ${id} · ${name}`, path: `/deals/${id}` }));
}

/** Deals as something that people are called to. */
export const dealHolder: WorkHolder = {
  entity: 'deals',
  reached: (ctx, ids) => liveReach.reached(ctx, 'sales.work', ids),
  attention,
  describe,
  ...whoseRecord('deals'),
};
