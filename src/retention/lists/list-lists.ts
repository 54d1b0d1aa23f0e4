import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { careListsApi } from '../api/care-lists.ts';

type Route = (typeof careListsApi)['GET /api/care-lists'];
type Listed = Omit<z.input<Route['output']>['lists'][number], 'endedAt'> & { endedAt: Date | null };

/** So many of the newest are shown. */
const MOST = 200;

export async function listLists(ctx: Ctx): Promise<Result<{ lists: Listed[] }>> {
  // care_lists_pkey, care_list_members_pkey
  const { rows } = await sql<Listed>`
    select l.id, l.version, l.name, l.started_on, l.ended_at, c.treated, c.held, c.waiting,
           c.open, c.done
    from   (select id, version, name, started_on, ended_at from care_lists
            order by id desc limit ${MOST}) l
    cross  join lateral (
      select count(*) filter (where m.state <> 'held') as treated,
             count(*) filter (where m.state = 'held') as held,
             count(*) filter (where m.state = 'waiting') as waiting,
             count(*) filter (where m.state = 'open') as open,
             count(*) filter (where m.state = 'done') as done
      from   care_list_members m where m.list_id = l.id) c
    order  by l.id desc`.execute(ctx.db);
  return ok({ lists: rows });
}
