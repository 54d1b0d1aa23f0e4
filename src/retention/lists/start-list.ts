import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { nameTaken } from '../name-taken.ts';
import { chosenOf, makePlan } from '../plan/make-plan.ts';
import { scoresStand } from '../risk/scores-stand.ts';
import { isHeldOutOf } from '../trial/held-out.ts';
import { insertList } from './insert-list.ts';

type Input = z.output<(typeof careListsApi)['POST /api/care-lists']['input']>;
type Chosen = ReturnType<typeof chosenOf>;

/**
 * Freezes whom a plan chooses, with what is to be done for each: what is known of them later
 * changes neither. Chance holds some out, the control among them; how many it takes to see a
 * difference is said now, and holds.
 */
export async function startList(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  // Two that start at once do not choose the same people.
  await ctx.db.selectFrom('trialSettings').select('version').forUpdate().execute();
  if (input.segmentId !== undefined && !(await isSegment(ctx, input.segmentId))) {
    return fail('retention.no_such_segment');
  }
  const { trouble } = await scoresStand(ctx);
  if (trouble !== null) return fail(`retention.scores_${trouble}`);
  const chosen = chosenOf(await makePlan(ctx, input, ['retention.risk', 'retention.care']));
  if (chosen.length === 0) return fail('retention.nobody_chosen');
  const { segmentId = null, name, budgetMinor, slots, contactMinor, dailyCalls } = input;
  const { holdPercent, leastPoints } = input;
  const asked = { name, segmentId, budgetMinor, slots, contactMinor, dailyCalls };
  const begun = { startedOn: today(ctx), startedAt: ctx.clock.now() };
  const startedBy = staffIdOf(ctx.actor);
  const list = { ...asked, holdPercent, leastPoints, ...begun, startedBy };
  const made = await insertList(ctx, list, chosen);
  if (!made) return nameTaken();
  await addMembers(ctx, made.id, chosen, holdPercent);
  await emit(ctx, {
    type: 'retention.list_started',
    subject: { kind: 'care_list', id: made.id },
    facts: { name, people: chosen.length, holdPercent, budgetMinor, slots },
  });
  return ok(made);
}

async function addMembers(ctx: Ctx, id: number, chosen: Chosen, holdPercent: number) {
  const column = (of: (one: Chosen[number]) => number | string | boolean | null) => chosen.map(of);
  const isHeld = isHeldOutOf(sql`c.id`, { key: `list:${id}`, holdPercent });
  await sql`
    insert into care_list_members
           (list_id, subscriber_id, place, action, reason_group, leave_chance, value_minor,
            expected_minor, incentive_minor, cost_minor, takes_call, state)
    select ${id}, c.id, c.place, c.action, c.reason_group, c.chance, c.value_minor,
           c.expected_minor, c.incentive_minor, c.cost_minor, c.takes_call,
           case when ${isHeld} then 'held' else 'waiting' end
    from   unnest(
             ${column((one) => one.id)}::bigint[],
             ${column((one) => one.option.action)}::text[],
             ${column((one) => one.group)}::text[],
             ${column((one) => one.leaveChance)}::float8[],
             ${column((one) => one.valueMinor)}::bigint[],
             ${column((one) => Math.round(one.option.gainMinor))}::bigint[],
             ${column((one) => one.option.incentiveMinor)}::bigint[],
             ${column((one) => Math.round(one.option.costMinor))}::bigint[],
             ${column((one) => one.option.slots > 0)}::boolean[])
           with ordinality as c (id, action, reason_group, chance, value_minor, expected_minor,
                                 incentive_minor, cost_minor, takes_call, place)`.execute(ctx.db);
}

async function isSegment(ctx: Ctx, id: number): Promise<boolean> {
  const { rows } = await sql`select from segments where id = ${id}`.execute(ctx.db);
  return rows.length > 0;
}
