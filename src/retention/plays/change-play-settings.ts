import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PlaySettings } from './settings.ts';

/** Puts other limits in force; what is to be done already stays. */
export async function changePlaySettings(
  ctx: Ctx,
  { version, ...fields }: PlaySettings,
): Promise<Result<{ version: number }>> {
  if (fields.callsFrom >= fields.callsTo) {
    return fail('retention.hours_crossed', {}, { callsTo: 'retention.hours_crossed' });
  }
  const changed = await ctx.db
    .updateTable('playSettings')
    .set({ ...fields, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('retention.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'retention.play_settings_changed', subject, facts: fields });
  return ok(changed);
}
