import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Something that was here before the import and was changed by it, or a movement of money. */
export type Change = {
  entity: 'subscriber' | 'account' | 'subscription' | 'ledger_transaction' | 'ticket' | 'coverage';
  id: number;
  rowNumber?: number | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Notes changes for the undoing, in the transaction that made them. */
export async function recordChanges(
  ctx: Ctx,
  importId: number,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`insert into import_changes (import_id, row_number, entity, entity_id, before, after)
    select ${importId}, c."rowNumber", c.entity, c.id, c.before, c.after
    from   jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
             as c("rowNumber" integer, entity text, id bigint, before jsonb, after jsonb)`.execute(
    ctx.db,
  );
}
