import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { normKinds } from '../../norms/index.ts';

type Norm = { kind: string; usualSeconds: number; targetSeconds: number | null };

/** What is promised to the people of a segment, beside what is promised to everybody. */
export async function listNorms(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ norms: Norm[] }>> {
  const kinds = normKinds.fills
    .filter(({ piece }) => piece.isPersonal)
    .map(({ piece }) => piece.kind);
  // norms_kind_key, segment_norms_pkey
  const { rows } = await sql<Norm>`
    select n.kind, n.target_seconds as usual_seconds, q.target_seconds
    from   norms n
    left   join segment_norms q on q.kind = n.kind and q.segment_id = ${id}
    where  n.kind = any(${kinds}::text[]) order by n.id`.execute(ctx.db);
  return ok({ norms: rows });
}
