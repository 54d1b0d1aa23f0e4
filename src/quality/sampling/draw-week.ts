import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { agentOf, kindOf, lengthOf } from './contacts-of.ts';

/** Of one person and week so many more than the plan are kept in order, for those left out. */
const SPARES = 10;
/** A week that nobody has drawn for longer than this is not drawn any more. */
const MOST_WEEKS_BACK = 8;

/**
 * Draws each week once it is over: before, nobody knows what will be looked at, and afterwards
 * nobody can choose.
 */
export const sampleTick: Tick = {
  name: 'quality.sample',
  everySeconds: 300,
  run: async (ctx) => {
    const week = await weekToDraw(ctx);
    if (week) await drawWeek(ctx, week);
  },
};

type Week = { weekOn: string; contactsWeekly: number };

/** The earliest week that is over and not drawn, with the plan locked. */
async function weekToDraw(ctx: Ctx): Promise<Week | undefined> {
  // quality_plans_pkey, quality_weeks_pkey
  const { rows } = await sql<Week & { beginsOn: string }>`
    select contacts_weekly, begins_on from quality_plans
    where  contacts_weekly > 0 and begins_on is not null for update`.execute(ctx.db);
  const [plan] = rows;
  if (!plan) return undefined;
  const { rows: weeks } = await sql<{ weekOn: string }>`
    select w.week_on::date as week_on
    from   generate_series(
             greatest(${plan.beginsOn}::date,
                      (date_trunc('week', ${today(ctx)}::date)::date
                        - 7 * ${MOST_WEEKS_BACK}::int)),
             date_trunc('week', ${today(ctx)}::date)::date - 7, interval '7 days') w (week_on)
    where  not exists (select from quality_weeks q where q.week_on = w.week_on::date)
    order  by w.week_on limit 1`.execute(ctx.db);
  return weeks[0] && { ...weeks[0], contactsWeekly: plan.contactsWeekly };
}

/**
 * Who was drawn of a week is reckoned, not thrown: every contact has a mark, a hash of its id with
 * a seed that nobody is told. Within one person’s contacts of one channel, length and outcome they
 * stand by their marks, evenly spread from a start of chance; the first of all of them are taken.
 * So each contact has the same chance, and no group of them is passed over for long.
 */
export async function insertDraws(
  ctx: Ctx,
  { weekOn, contactsWeekly }: Week,
  drawnAt: Date,
): Promise<number> {
  const zone = ctx.operator.timeZone;
  await sql`
    insert into quality_weeks (week_on, contacts_weekly, drawn_at)
    values (${weekOn}, ${contactsWeekly}, ${drawnAt})`.execute(ctx.db);
  const chance = (of: ReturnType<typeof sql>) => sql`
    ('x' || substr(encode(sha256(convert_to(p.seed || ' ' || ${weekOn}::text || ' ' || ${of},
                                            'UTF8')), 'hex'), 1, 12))::bit(48)::bigint
      / 281474976710656.0::double precision`;
  // conversations_closed (closed_at desc, id desc) where state = 'closed',
  // quality_draws_conversation_id_key
  const { numAffectedRows } = await sql`
    insert into quality_draws
      (week_on, staff_id, team_id, conversation_id, channel, length, outcome, kind, place, state)
    with contacts as (
      select c.id, a.id as staff_id, a.team_id, c.channel, c.closed_outcome as outcome,
             ${lengthOf} as length, ${kindOf} as kind
      from   conversations c
      join   staff a on a.id = ${agentOf} and a.disabled_at is null
      where  c.state = 'closed' and c.merged_into_id is null and c.touched_at is not null
      and    c.closed_at >= ${weekOn}::date::timestamp at time zone ${zone}
      and    c.closed_at < (${weekOn}::date + 7)::timestamp at time zone ${zone}
      and    c.closed_outcome not in ('not_a_request', 'merged')
      and    not exists (select from quality_draws d where d.conversation_id = c.id)
    ), marked as (
      select c.id, c.staff_id, c.team_id, c.channel, c.length, c.outcome, c.kind,
             ${chance(sql`c.id::text`)} as mark,
             ${chance(sql`concat_ws(' ', c.staff_id, c.channel, c.length, c.outcome)`)} as start
      from   contacts c cross join quality_plans p
    ), spread as (
      select m.id, m.staff_id, m.team_id, m.channel, m.length, m.outcome, m.kind, m.mark,
             (row_number() over (partition by m.staff_id, m.channel, m.length, m.outcome
                                 order by m.mark) - m.start)
               / count(*) over (partition by m.staff_id, m.channel, m.length, m.outcome) as spot
      from   marked m
    ), placed as (
      select s.id, s.staff_id, s.team_id, s.channel, s.length, s.outcome, s.kind,
             row_number() over (partition by s.staff_id order by s.spot, s.mark) as place
      from   spread s
    )
    select ${weekOn}::date, d.staff_id, d.team_id, d.id, d.channel, d.length, d.outcome, d.kind,
           d.place, case when d.place <= ${contactsWeekly} then 'waiting' else 'spare' end
    from   placed d where d.place <= ${contactsWeekly + SPARES}::int`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

async function drawWeek(ctx: Ctx, week: Week): Promise<void> {
  const contacts = await insertDraws(ctx, week, ctx.clock.now());
  await emit(ctx, {
    type: 'quality.week_drawn',
    subject: { kind: 'quality_plan', id: 1 },
    facts: { weekOn: week.weekOn, contacts },
  });
}
