import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';

/** From how many extras are withheld, and how long somebody is left alone after one. */
export type TrialSettings = {
  controlPerMille: number;
  holdPercent: number;
  cooldownDays: number;
  version: number;
};

export async function showTrialSettings(ctx: Ctx): Promise<Result<TrialSettings>> {
  const settings = await ctx.db
    .selectFrom('trialSettings')
    .select(['controlPerMille', 'holdPercent', 'cooldownDays', 'version'])
    .executeTakeFirstOrThrow();
  return ok(settings);
}
