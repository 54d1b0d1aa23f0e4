import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { lostApi } from '../api/lost.ts';

type Route = (typeof lostApi)['GET /api/money-lost/waits'];
type Shown = z.output<Route['output']>;

/** Up to so many seconds somebody waited for a call; beyond the last, for longer. */
const edges = [300, 1800, 3600, 14_400];

/** How many bought, by how long they waited to be called: within the norm, late, and never. */
export async function showWaits(
  ctx: Ctx,
  { from, to }: z.output<Route['input']>,
): Promise<Result<Shown>> {
  // lost_cells_pkey (process, month, stratum)
  const within = await sql<{ contacts: number; bought: number }>`
    select coalesce(sum(right_known), 0)::int as contacts,
           coalesce(sum(right_good), 0)::int as bought
    from   lost_cells where process = 'callbacks' and month between ${from} and ${to}`.execute(
    ctx.db,
  );
  // lost_contacts_listed (process, month desc, at desc, id desc)
  const late = await sql<{ bucket: number | null; contacts: number; bought: number }>`
    select width_bucket(amount - 1, ${edges}::bigint[]) as bucket, count(*)::int as contacts,
           count(*) filter (where is_good)::int as bought
    from   lost_contacts
    where  process = 'callbacks' and month between ${from} and ${to} and is_known
    group  by 1 order by 1 nulls last`.execute(ctx.db);
  const [norm] = within.rows;
  return ok({
    waits: [
      ...(norm && norm.contacts > 0
        ? [{ wait: 'within' as const, upToSeconds: null, ...norm }]
        : []),
      ...late.rows.map(({ bucket, ...row }) => ({
        wait: bucket === null ? ('never' as const) : ('late' as const),
        upToSeconds: bucket === null ? null : (edges[bucket] ?? null),
        ...row,
      })),
    ],
  });
}
