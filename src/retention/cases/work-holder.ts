import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { whoseRecord } from '../../subscribers/index.ts';
import type { WorkHolder } from '../../work/index.ts';
import { attention, liveReach } from '../live-events.ts';
import { reaches } from '../reach.ts';

type Described = { id: number; title: string; path: string };

/** What cases are called where they are pointed at; of those that the asker may see. */
async function describe(ctx: Ctx, ids: readonly number[]): Promise<Described[]> {
  // retention_cases_pkey, subscribers_pkey
  const { rows } = await sql<{ id: number; name: string }>`
    select c.id, r.display_name as name
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  c.id = any(${[...ids]}::bigint[]) and ${reaches(ctx, 'retention.work')}`.execute(ctx.db);
  return rows.map(({ id, name }) => ({ id, title: `№ ${id} · ${name}`, path: `/cases/${id}` }));
}

/** Cases as something that people are called to. */
export const caseHolder: WorkHolder = {
  entity: 'cases',
  reached: (ctx, ids) => liveReach.reached(ctx, 'retention.work', ids),
  attention,
  describe,
  ...whoseRecord('retention_cases'),
};
