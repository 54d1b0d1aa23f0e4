import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Notes stand at another record now: whoever was called there by name is led to that one. */
export async function followMentions(
  ctx: Ctx,
  entity: string,
  moved: readonly { sourceId: number; entityId: number }[],
): Promise<void> {
  if (moved.length === 0) return;
  // mentions_entity_source_id_staff_id_key
  await sql`
    update mentions m set entity_id = n."entityId"
    from   jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as n (
             "sourceId" bigint, "entityId" bigint)
    where  m.entity = ${entity} and m.source_id = n."sourceId"`.execute(ctx.db);
}
