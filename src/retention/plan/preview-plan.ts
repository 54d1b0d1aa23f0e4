import { sql } from 'kysely';
import type { z } from 'zod';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { planApi } from '../api/plan.ts';
import { randomOf, shuffled } from '../model/random.ts';
import { everyRow } from '../model/table.ts';
import { isControl } from '../trial/held-out.ts';
import { chooseActions, type Limits, type Plan } from './choose-actions.ts';
import { inOrder } from './in-order.ts';
import { optionsOf, type Person } from './options-of.ts';

type Route = (typeof planApi)['GET /api/care-plan'];
type Shown = z.input<Route['output']>;

/** Of more people only those whom losing would cost most are looked at. */
const MOST_PEOPLE = 20_000;

/** For whom it pays to do something now, within what may be spent and called. */
export async function previewPlan(
  ctx: Ctx,
  { budgetMinor, slots, contactMinor }: z.output<Route['input']>,
): Promise<Result<Shown>> {
  const people = await atStake(ctx);
  const options = people.map((person) => optionsOf(person, contactMinor));
  const limits: Limits = { budgetMinor, slots };
  const plan = chooseActions(options, limits);
  const by = (of: (person: Person) => number): number[] =>
    [...people.entries()].toSorted(([, a], [, b]) => of(b) - of(a)).map(([at]) => at);
  const random = Array.from(shuffled(everyRow(people.length), randomOf(1)));
  const taken = [...plan.chosen].flatMap((at, person) => options[person]?.[at] ?? []);
  return ok({
    people: people.length,
    plan: told(plan),
    actions: [...Map.groupBy(taken, ({ action }) => action)].map(([action, own]) => ({
      action,
      people: own.length,
      gainMinor: Math.round(own.reduce((sum, one) => sum + one.gainMinor, 0)),
      costMinor: Math.round(own.reduce((sum, one) => sum + one.costMinor, 0)),
    })),
    beside: [
      {
        order: 'risk' as const,
        ...told(
          inOrder(
            options,
            by((one) => one.leaveChance),
            limits,
          ),
        ),
      },
      {
        order: 'value' as const,
        ...told(
          inOrder(
            options,
            by((one) => one.valueMinor),
            limits,
          ),
        ),
      },
      { order: 'random' as const, ...told(inOrder(options, random, limits)) },
    ],
    currency: ctx.operator.currency,
  });
}

const told = ({ chosen, gainMinor, costMinor, slots }: Plan) => ({
  people: chosen.filter((at) => at >= 0).length,
  gainMinor: Math.round(gainMinor),
  costMinor: Math.round(costMinor),
  slots,
});

/** Those within the actor's reach who are not of the control, the costliest to lose first. */
async function atStake(ctx: Ctx): Promise<Person[]> {
  const reach = visibleTo(ctx, 'retention.risk', { owner: 's.ownerStaffId', team: 's.teamId' });
  const { rows } = await sql<Person>`
    select r.id, r.chance_90::float8 as "leaveChance", r.value_minor, r.margin_minor,
           r.reason_group as "group"
    from   risk_scores r join subscribers s on s.id = r.id
    where  s.merged_into_id is null and ${reach} and not ${isControl(sql`s.id`)}
    order  by r.chance_90 * r.value_minor desc limit ${MOST_PEOPLE}`.execute(ctx.db);
  return rows;
}
