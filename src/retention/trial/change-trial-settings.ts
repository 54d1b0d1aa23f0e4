import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { TrialSettings } from './show-trial-settings.ts';

/** Withholds from more or fewer; a larger share holds all of a smaller one. */
export async function changeTrialSettings(
  ctx: Ctx,
  { version, ...settings }: TrialSettings,
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('trialSettings')
    .set({ ...settings, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!changed) return fail('retention.changed_meanwhile');
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'retention.trial_changed', subject, facts: settings });
  return ok({});
}
