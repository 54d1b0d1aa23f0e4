import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { TrialSettings } from './show-trial-settings.ts';

/**
 * Withholds from more or fewer; a larger share holds all of a smaller one. From that day on who is
 * held out is compared anew: of those that a share has gained something was done before.
 */
export async function changeTrialSettings(
  ctx: Ctx,
  { version, ...settings }: TrialSettings,
): Promise<Result<Done>> {
  const before = await ctx.db
    .selectFrom('trialSettings')
    .select(['controlPerMille', 'holdPercent', 'version'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (before.version !== version) return fail('retention.changed_meanwhile');
  const isOtherControl = before.controlPerMille !== settings.controlPerMille;
  const isOther = isOtherControl || before.holdPercent !== settings.holdPercent;
  const day = today(ctx);
  await ctx.db
    .updateTable('trialSettings')
    .set({
      ...settings,
      version: version + 1,
      ...(isOtherControl && { controlSince: day }),
      ...(isOther && { sharesSince: day }),
    })
    .execute();
  const subject = { kind: 'operator', id: 1 };
  await emit(ctx, { type: 'retention.trial_changed', subject, facts: settings });
  return ok({});
}
