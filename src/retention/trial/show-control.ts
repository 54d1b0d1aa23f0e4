import { sql } from 'kysely';
import type { z } from 'zod';
import { abandonableRead } from '../../kernel/db/abandonable-read.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { figuresApi } from '../api/figures.ts';
import { type Effect, horizons } from '../lists/effect-of.ts';
import { type Arms, daysBetween, effectsOfArms, wholeArms } from './effects-of-arms.ts';
import { isControl } from './held-out.ts';
import { latestLeavings } from './leavings.ts';

type Shown = z.input<(typeof figuresApi)['GET /api/control-effect']['output']>;

/** Who asks waits no longer; a base of a million takes a few seconds. */
const LIMIT_MS = 15_000;

/**
 * What all that is done ahead brings: who were with us so many days ago, those of the permanent
 * control beside all others, whatever was done for them since; whoever came back had left. Nothing
 * is told of days before anything was begun or the control was another, nor of fewer than it takes
 * to see a difference of two points.
 */
export async function showControl(ctx: Ctx): Promise<Result<Shown>> {
  const begunOn = await firstDay(ctx);
  const early = horizons.map((days): Effect => {
    return { days, silence: 'early', leftTreated: null, leftHeld: null, effect: null };
  });
  const nothing = { begunOn, treated: 0, held: 0, neededTreated: 0, neededHeld: 0 };
  if (begunOn === null) return ok({ ...nothing, effects: early, isCounted: true });
  const arms = await abandonableRead(ctx, LIMIT_MS, (timed) => countArms(timed));
  if (!arms) return ok({ ...nothing, effects: early, isCounted: false });
  const [latest] = arms;
  return ok({
    begunOn,
    treated: latest?.treated ?? 0,
    held: latest?.held ?? 0,
    ...effectsOfArms(arms, daysBetween(begunOn, today(ctx))),
    isCounted: true,
  });
}

/**
 * The day on which somebody was first helped ahead, or first left alone so that it is seen; where
 * the control was changed since, that day.
 */
async function firstDay(ctx: Ctx): Promise<string | null> {
  // play_tasks_made (made_at); lists are few
  const { rows } = await sql<{ day: string | null }>`
    select case when b.day is not null then greatest(b.day, t.control_since)::text end as day
    from   trial_settings t
    cross  join (
      select least((select (min(made_at) at time zone ${ctx.operator.timeZone})::date
                    from play_tasks),
                   (select min(started_on) from care_lists)) as day) b`.execute(ctx.db);
  return rows[0]?.day ?? null;
}

async function countArms(ctx: Ctx): Promise<Arms[]> {
  const day = today(ctx);
  // Everybody is looked at once: chance has put each in one of the two.
  const { rows } = await sql<Arms>`
    with people as materialized (
      select s.customer_since, s.left_on, g.left_on as gone_on, ${isControl(sql`s.id`)} as is_held
      from   subscribers s
      left   join (${latestLeavings(sql`${day}::date - 180`, sql`${day}::date`)}) g
             on g.root_id = s.id
      where  s.merged_into_id is null and s.customer_since is not null
      and   (s.left_on is null or s.left_on > ${day}::date - 180))
    select h.days,
           count(*) filter (where not p.is_held) as treated,
           count(*) filter (where p.is_held) as held,
           count(*) filter (where not p.is_held and p.gone_on > ${day}::date - h.days)
             as left_treated,
           count(*) filter (where p.is_held and p.gone_on > ${day}::date - h.days)
             as left_held
    from   unnest(${[...horizons]}::int[]) h (days)
    join   people p on p.customer_since <= ${day}::date - h.days
                   and (p.left_on is null or p.left_on > ${day}::date - h.days)
    group  by h.days order by h.days`.execute(ctx.db);
  return wholeArms(rows);
}
