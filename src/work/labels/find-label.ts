import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { foldText } from '../../kernel/search/fold-text.ts';
import type { LabelColor } from './label.ts';

export type FoundLabel = {
  id: number;
  name: string;
  color: LabelColor;
  mergedIntoId: number | null;
  archivedAt: Date | null;
};

/** A label's row, locked for a change. */
export async function findLabel(ctx: Ctx, id: number): Promise<FoundLabel | Fail> {
  // labels_pkey
  const { rows } = await sql<FoundLabel>`
    select id, name, color, merged_into_id, archived_at from labels
    where  id = ${id} for update`.execute(ctx.db);
  return rows[0] ?? fail('work.label_not_found');
}

/** Whether another label that is in use bears the name. */
export async function refuseName(ctx: Ctx, name: string, exceptId = 0): Promise<Fail | null> {
  // Two who name at once must not both get the name.
  await sql`lock table labels in share row exclusive mode`.execute(ctx.db);
  // labels_name
  const { rows } = await sql`
    select from labels
    where  name_key = ${foldText(name)} and archived_at is null and merged_into_id is null
    and    id <> ${exceptId}`.execute(ctx.db);
  const code = 'work.label_name_taken';
  return rows.length === 0 ? null : fail(code, {}, { name: code });
}
