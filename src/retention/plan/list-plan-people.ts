import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { planApi } from '../api/plan.ts';
import { chosenOf, makePlan } from './make-plan.ts';
import { tellChosen } from './tell-chosen.ts';

type Route = (typeof planApi)['GET /api/care-plan/people'];

/** The first of those whom a plan chooses, the most expected first. */
export async function listPlanPeople(
  ctx: Ctx,
  asked: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  const chosen = chosenOf(await makePlan(ctx, asked));
  const people = await tellChosen(ctx, chosen.slice(0, asked.limit));
  return ok({ people, currency: ctx.operator.currency });
}
