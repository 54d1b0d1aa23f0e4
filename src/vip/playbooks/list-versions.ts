import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { playbooksApi } from '../api/playbooks.ts';

type Listed = z.input<(typeof playbooksApi)['GET /api/vip-playbooks/{id}/versions']['output']>;
type Row = Omit<Listed['versions'][number], 'outcomes'> & {
  solved: number;
  kept: number;
  lost: number;
  givenUp: number;
};

/** Every version of a scenario, the newest first, with what walks through it came to. */
export async function listVersions(ctx: Ctx, { id }: { id: number }): Promise<Result<Listed>> {
  // vip_playbook_versions_pkey, vip_playbook_runs_playbook (playbook_id, playbook_version)
  const { rows } = await sql<Row>`
    select v.version, v.made_at, m.name as made_by, jsonb_array_length(v.steps) as steps,
           count(w.id) filter (where w.outcome is null)::int as open,
           count(*) filter (where w.outcome = 'solved')::int as solved,
           count(*) filter (where w.outcome = 'kept')::int as kept,
           count(*) filter (where w.outcome = 'lost')::int as lost,
           count(*) filter (where w.outcome = 'given_up')::int as given_up
    from   vip_playbook_versions v
    left   join staff m on m.id = v.made_by
    left   join vip_playbook_runs w on w.playbook_id = v.playbook_id
                                   and w.playbook_version = v.version
    where  v.playbook_id = ${id}
    group  by v.playbook_id, v.version, m.name
    order  by v.version desc limit 100`.execute(ctx.db);
  if (rows.length === 0) return fail('vip.no_such_playbook');
  return ok({
    versions: rows.map(({ solved, kept, lost, givenUp, ...row }) => ({
      ...row,
      outcomes: { solved, kept, lost, given_up: givenUp },
    })),
  });
}
