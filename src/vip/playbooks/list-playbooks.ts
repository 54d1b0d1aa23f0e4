import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { playbooksApi } from '../api/playbooks.ts';

type Listed = z.input<(typeof playbooksApi)['GET /api/vip-playbooks']['output']>;
type Row = Omit<Listed['playbooks'][number], 'outcomes'> & {
  solved: number;
  kept: number;
  lost: number;
  givenUp: number;
};

/** All scenarios, those in use first, with what walks through any version came to. */
export async function listPlaybooks(ctx: Ctx): Promise<Result<Listed>> {
  // vip_playbook_versions_pkey, vip_playbook_runs_playbook (playbook_id, playbook_version)
  const { rows } = await sql<Row>`
    select p.id, p.version, p.name, p.situation, p.starts_on, v.steps,
           p.archived_at is not null as is_archived, r.open, r.solved, r.kept, r.lost, r.given_up
    from   vip_playbooks p
    join   vip_playbook_versions v on v.playbook_id = p.id and v.version = p.version
    cross  join lateral (
      select count(*) filter (where w.outcome is null)::int as open,
             count(*) filter (where w.outcome = 'solved')::int as solved,
             count(*) filter (where w.outcome = 'kept')::int as kept,
             count(*) filter (where w.outcome = 'lost')::int as lost,
             count(*) filter (where w.outcome = 'given_up')::int as given_up
      from   vip_playbook_runs w where w.playbook_id = p.id) r
    order  by p.archived_at is not null, p.name limit 300`.execute(ctx.db);
  return ok({
    playbooks: rows.map(({ solved, kept, lost, givenUp, ...row }) => ({
      ...row,
      outcomes: { solved, kept, lost, given_up: givenUp },
    })),
  });
}
