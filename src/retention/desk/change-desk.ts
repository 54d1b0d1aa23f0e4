import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { DeskSettings } from './desk-settings.ts';

type Known = { isCategory: boolean; isReason: boolean };

/** Changes how the save desk begins, and by what it opens a repair and proposes an apology. */
export async function changeDesk(
  ctx: Ctx,
  { version, ...fields }: DeskSettings,
): Promise<Result<Done>> {
  const { repairCategoryId, apologyReasonId } = fields;
  // Primary keys.
  const { rows } = await sql<Known>`
    select ${repairCategoryId}::bigint is null or exists (
             select from ticket_categories
             where  id = ${repairCategoryId} and archived_at is null) as is_category,
           ${apologyReasonId}::bigint is null or exists (
             select from correction_reasons
             where  id = ${apologyReasonId} and archived_at is null) as is_reason`.execute(ctx.db);
  const [known] = rows;
  if (!known?.isCategory) return fail('retention.no_such_category');
  if (!known.isReason) return fail('retention.no_such_apology');
  const changed = await ctx.db
    .updateTable('saveDeskSettings')
    .set({ ...fields, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('retention.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  const facts = { repairCategoryId, apologyReasonId };
  await emit(ctx, { type: 'retention.desk_changed', subject, facts });
  return ok({});
}
