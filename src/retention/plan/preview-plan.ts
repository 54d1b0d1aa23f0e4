import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { planApi } from '../api/plan.ts';
import { sampleOf } from '../lists/sample-of.ts';
import { scoresStand } from '../risk/scores-stand.ts';
import type { Plan } from './choose-actions.ts';
import { otherPlans } from './choose-beside.ts';
import { chosenOf, type Made, makePlan } from './make-plan.ts';

type Route = (typeof planApi)['GET /api/care-plan'];
type Shown = z.input<Route['output']>;

/** For whom it pays to do something now, beside other ways to spend as much. */
export async function previewPlan(
  ctx: Ctx,
  asked: z.output<Route['input']>,
): Promise<Result<Shown>> {
  const made = await makePlan(ctx, asked);
  const { plan, looked, excluded } = made;
  const chosen = chosenOf(made);
  const others = await otherPlans(made, asked);
  return ok({
    scores: await scoresStand(ctx),
    people: looked,
    plan: told(plan),
    perMoney: plan.perMoney,
    perCallMinor: Math.round(plan.perCall),
    actions: actionsOf(chosen),
    beside: others.map(({ order, plan: other }) => ({ order, ...told(other) })),
    excluded: Object.entries(excluded).map(([reason, count]) => ({
      reason: reason as keyof Made['excluded'],
      people: count,
    })),
    sample: sampleOf(chosen, asked),
    currency: ctx.operator.currency,
  });
}

const actionsOf = (chosen: ReturnType<typeof chosenOf>): Shown['actions'] =>
  [...Map.groupBy(chosen, ({ option }) => option.action)].map(([action, own]) => ({
    action,
    people: own.length,
    gainMinor: Math.round(own.reduce((sum, { option }) => sum + option.gainMinor, 0)),
    costMinor: Math.round(own.reduce((sum, { option }) => sum + option.costMinor, 0)),
  }));

const told = ({ chosen, gainMinor, costMinor, slots }: Plan) => ({
  people: chosen.filter((at) => at >= 0).length,
  gainMinor: Math.round(gainMinor),
  costMinor: Math.round(costMinor),
  slots,
});
