import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';

/** From how many extras are withheld, and how long somebody is left alone after one. */
export type TrialSettings = {
  controlPerMille: number;
  holdPercent: number;
  cooldownDays: number;
  version: number;
};

/** Since which day the control is who it is now; null where it has been all along. */
export async function controlSince(ctx: Ctx): Promise<string | null> {
  const settings = ctx.db.selectFrom('trialSettings').select('controlSince');
  return (await settings.executeTakeFirstOrThrow()).controlSince;
}

export async function showTrialSettings(ctx: Ctx): Promise<Result<TrialSettings>> {
  const settings = await ctx.db
    .selectFrom('trialSettings')
    .select(['controlPerMille', 'holdPercent', 'cooldownDays', 'version'])
    .executeTakeFirstOrThrow();
  return ok(settings);
}
