import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { AdvisorSettings } from '../api/advisor.ts';
import { loadAdvisorSettings } from './advisor-settings.ts';

/** Changes by what the advisor judges; what was found for all is found anew by the next run. */
export async function changeAdvisorSettings(
  ctx: Ctx,
  after: AdvisorSettings,
): Promise<Result<Done>> {
  await ctx.db.selectFrom('advisorSettings').select('version').forUpdate().execute();
  const before = await loadAdvisorSettings(ctx);
  if (before.version !== after.version) return fail('billing.changed_since');
  await ctx.db
    .updateTable('advisorSettings')
    .set({ ...after, version: before.version + 1 })
    .execute();
  await emit(ctx, {
    type: 'billing.advisor_settings_changed',
    subject: { kind: 'operator', id: 1 },
    facts: { before, after },
  });
  return ok({});
}
