import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { CoverageBody } from '../api/shapes.ts';

/** Whether the node and the terms that a coverage names are there. */
export async function knownParts(
  ctx: Ctx,
  { nodeId, connectionTermsId }: Partial<CoverageBody>,
): Promise<Result<Done>> {
  // nodes_pkey, connection_terms_pkey
  const { rows } = await sql<{ isNode: boolean; isTerms: boolean }>`
    select ${nodeId ?? null}::bigint is null
             or exists (select from nodes where id = ${nodeId ?? null}) as is_node,
           ${connectionTermsId ?? null}::bigint is null
             or exists (select from connection_terms
                        where  id = ${connectionTermsId ?? null}) as is_terms`.execute(ctx.db);
  if (!rows[0]?.isNode) return fail('network.no_such_node', {}, { nodeId: 'network.no_such_node' });
  if (rows[0].isTerms) return ok({});
  return fail('network.no_such_terms', {}, { connectionTermsId: 'network.no_such_terms' });
}
