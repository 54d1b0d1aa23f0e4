import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { AdvisorSettings } from '../api/advisor.ts';

/** By what the advisor judges, as it is set now. */
export const loadAdvisorSettings = (ctx: Ctx): Promise<AdvisorSettings> =>
  ctx.db
    .selectFrom('advisorSettings')
    .select([
      'months',
      'leastMonths',
      'leastSavingPercent',
      'workFromMinute',
      'workToMinute',
      'workLeastPercent',
      'restMostPercent',
      'workLeastBytes',
      'version',
    ])
    .executeTakeFirstOrThrow();

export const showAdvisorSettings = async (ctx: Ctx): Promise<Result<AdvisorSettings>> =>
  ok(await loadAdvisorSettings(ctx));
