import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Terms } from '../api/shapes.ts';

/** Terms of connection as they are shown, of the row under alias `t`; null where there are none. */
export const termsShown = sql`
  case when t.id is not null then jsonb_build_object(
    'id', t.id, 'name', t.name, 'baseMinor', t.base_minor, 'metreMinor', t.metre_minor,
    'includedMetres', t.included_metres, 'longestMetres', t.longest_metres,
    'mostParts', t.most_parts, 'freeFromMinor', t.free_from_minor, 'currency', t.currency,
    'isArchived', t.archived_at is not null, 'version', t.version) end`;

/** Terms of connection by name, those used no longer last. */
export async function listTerms(ctx: Ctx): Promise<Result<{ terms: Terms[] }>> {
  const { rows } = await sql<{ terms: Terms }>`
    select ${termsShown} as terms from connection_terms t
    order  by t.archived_at is not null, t.name, t.id limit 500`.execute(ctx.db);
  return ok({ terms: rows.map(({ terms }) => terms) });
}
