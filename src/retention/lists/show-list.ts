import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { qiniArea, qiniCurve, type Treated } from '../../kernel/statistics/qini.ts';
import { today } from '../../subscribers/index.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { firstLeaving } from '../trial/leavings.ts';
import { type Arm, type Effect, effectOf, horizons, profitOf } from './effect-of.ts';
import { boundMinor } from './open-tasks.ts';

type Shown = z.input<(typeof careListsApi)['GET /api/care-lists/{id}']['output']>;
type Told = Omit<Shown, 'endedAt' | 'effects' | 'profit' | 'qini' | 'treated' | 'held'> & {
  endedAt: Date | null;
};
type Row = Told & { daysGone: number; meanValueMinor: number; arms: (Arm & { isHeld: boolean })[] };

/** Of which days the order is judged by. */
const QINI_DAYS = 90;

/** What came of a list, by intention to treat; figures of its effect once there are enough. */
export async function showList(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Omit<Shown, 'endedAt'> & { endedAt: Date | null }>> {
  const row = await rowOf(ctx, id);
  if (!row) return fail('retention.no_such_list');
  const { daysGone, meanValueMinor, arms, ...list } = row;
  const armOf = (isHeld: boolean): Arm => arms.find((arm) => arm.isHeld === isHeld) ?? nobody;
  const [treated, held] = [armOf(false), armOf(true)];
  const needed = { treated: list.neededTreated, held: list.neededHeld };
  const effects = horizons.map((days) => effectOf({ treated, held, daysGone, needed }, days));
  const isTold = effects.some(({ days, silence }) => days === QINI_DAYS && silence === null);
  return ok({
    ...list,
    treated: treated.people,
    held: held.people,
    effects,
    profit: profitBy(effects, treated.people, meanValueMinor, list.spentMinor),
    qini: isTold ? await qiniOf(ctx, id) : null,
  });
}

const nobody: Arm = { people: 0, left: { 30: 0, 90: 0, 180: 0 } };

function profitBy(
  effects: readonly Effect[],
  treated: number,
  valueMinor: number,
  spentMinor: number,
): Shown['profit'] {
  const latest = effects.findLast(({ effect }) => effect !== null);
  if (!latest?.effect) return null;
  const profit = profitOf(latest.effect, { treated, valueMinor, spentMinor });
  const perPersonMinor = treated === 0 ? 0 : Math.round(profit.minor / treated);
  return { days: latest.days, ...profit, perPersonMinor };
}

async function rowOf(ctx: Ctx, id: number): Promise<Row | undefined> {
  // care_lists_pkey, care_list_members_pkey, subscribers_pkey
  const { rows } = await sql<Row>`
    with members as materialized (
      select m.state, m.outcome, m.value_minor, m.expected_minor, m.cost_minor, m.spent_minor,
             ${firstLeaving(sql`r.id`, sql`l.started_on`)} - l.started_on as left_after
      from   care_list_members m
      join   care_lists l on l.id = m.list_id
      join   subscribers s on s.id = m.subscriber_id
      join   subscribers r on r.id = s.root_id
      where  m.list_id = ${id})
    select l.id, l.version, l.name, l.started_on, l.ended_at, l.end_reason, l.currency,
           l.budget_minor, l.slots, l.daily_calls, l.hold_percent, l.base_share, l.least_points,
           l.needed_treated, l.needed_held, ${today(ctx)}::date - l.started_on as days_gone,
           l.ended_at is null and coalesce(
             l.budget_minor - ${boundMinor(sql`l.id`)} < c.cheapest_minor, false) as is_spent,
           c.waiting, c.open, c.done, c.dropped, c.taken, c.refused, c.unreached,
           c.spent_minor, c.expected_minor, c.mean_value_minor::float8 as mean_value_minor, c.arms
    from   care_lists l
    cross  join lateral (
      select count(*) filter (where state = 'waiting') as waiting,
             min(cost_minor) filter (where state = 'waiting') as cheapest_minor,
             count(*) filter (where state = 'open') as open,
             count(*) filter (where state = 'done') as done,
             count(*) filter (where state = 'dropped') as dropped,
             count(*) filter (where outcome = 'taken') as taken,
             count(*) filter (where outcome = 'refused') as refused,
             count(*) filter (where outcome = 'unreached') as unreached,
             coalesce(sum(spent_minor), 0)::bigint as spent_minor,
             coalesce(sum(expected_minor) filter (where state <> 'held'), 0)::bigint
               as expected_minor,
             coalesce(avg(value_minor) filter (where state <> 'held'), 0) as mean_value_minor, (
               select coalesce(jsonb_agg(jsonb_build_object('isHeld', n.is_held, 'people',
                        n.people, 'left', jsonb_build_object('30', n.in_30, '90', n.in_90,
                        '180', n.in_180))), '[]')
               from  (select state = 'held' as is_held, count(*) as people,
                             count(*) filter (where left_after <= 30) as in_30,
                             count(*) filter (where left_after <= 90) as in_90,
                             count(*) filter (where left_after <= 180) as in_180
                      from   members group by 1) n) as arms
      from   members) c
    where  l.id = ${id}`.execute(ctx.db);
  return rows[0];
}

async function qiniOf(ctx: Ctx, id: number): Promise<NonNullable<Shown['qini']>> {
  // care_list_members_pkey, care_lists_pkey, subscribers_pkey
  const { rows } = await sql<Treated>`
    select m.expected_minor as expected, m.state <> 'held' as is_treated,
           coalesce(${firstLeaving(sql`r.id`, sql`l.started_on`)} - l.started_on > ${QINI_DAYS},
             true) as has_stayed
    from   care_list_members m
    join   care_lists l on l.id = m.list_id
    join   subscribers s on s.id = m.subscriber_id
    join   subscribers r on r.id = s.root_id
    where  m.list_id = ${id} order by m.place`.execute(ctx.db);
  const curve = qiniCurve(rows);
  return { area: qiniArea(curve), curve };
}
