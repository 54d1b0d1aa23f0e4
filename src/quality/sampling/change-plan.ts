import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { samplingApi } from '../api/sampling.ts';

type Plan = z.input<(typeof samplingApi)['GET /api/quality-plan']['output']>;
type Input = z.output<(typeof samplingApi)['PUT /api/quality-plan']['input']>;

/** The plan without its seed, which is told to nobody. */
export async function showPlan(ctx: Ctx): Promise<Result<Plan>> {
  const plan = await ctx.db
    .selectFrom('qualityPlans')
    .select(['version', 'contactsWeekly', 'beginsOn'])
    .executeTakeFirstOrThrow();
  return ok(plan);
}

/** Changes how many are drawn. What is over before the first day of this week stays undrawn. */
export async function changePlan(
  ctx: Ctx,
  { version, contactsWeekly }: Input,
): Promise<Result<{ version: number }>> {
  // quality_plans_pkey
  const { rows } = await sql<{ version: number }>`
    update quality_plans
    set    contacts_weekly = ${contactsWeekly}, version = version + 1,
           begins_on = case when ${contactsWeekly}::int = 0 then null
                            else coalesce(begins_on,
                                          date_trunc('week', ${today(ctx)}::date)::date) end
    where  version = ${version} returning version`.execute(ctx.db);
  const [changed] = rows;
  if (!changed) return fail('quality.changed_meanwhile');
  await emit(ctx, {
    type: 'quality.plan_changed',
    subject: { kind: 'quality_plan', id: 1 },
    facts: { contactsWeekly },
  });
  return ok(changed);
}
