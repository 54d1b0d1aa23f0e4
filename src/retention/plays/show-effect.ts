import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { playsApi } from '../api/plays.ts';
import { horizons } from '../lists/effect-of.ts';
import { type Arms, daysBetween, effectsOfArms, wholeArms } from '../trial/effects-of-arms.ts';
import { firstLeaving } from '../trial/leavings.ts';
import { findPlay, type Play } from './play-rows.ts';

type Shown = z.input<(typeof playsApi)['GET /api/plays/{id}/effect']['output']>;
/** Of fewer it would be told who of them is held out. */
const FEWEST = 10;

type Assigned = Pick<Shown, 'begunOn' | 'treated' | 'held' | 'unserved'>;

/**
 * What a play brings: of all to whom it would have turned, those with whom it did beside those from
 * whom chance withheld it, whatever became of the contact. Each counts once, from the first time;
 * from before the shares were changed nobody. Of a play that wins back, those who stayed away.
 */
export async function showEffect(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const found = await findPlay(ctx, id);
  if (!found.ok) return found;
  const assigned = await countAssigned(ctx, id);
  const { begunOn } = assigned;
  const day = today(ctx);
  const arms = begunOn === null ? [] : await countArms(ctx, found.value, day);
  const daysGone = begunOn === null ? 0 : daysBetween(begunOn, day);
  return ok({ ...assigned, ...effectsOfArms(wholeArms(arms), daysGone) });
}

/** Whom a play has turned to first, and from whom it was withheld first, since chance is as now. */
const assignedOf = (ctx: Ctx, id: number) => sql`
  select distinct on (s.root_id) s.root_id, k.state = 'held' as is_held,
         (k.made_at at time zone ${ctx.operator.timeZone})::date as "on"
  from   play_tasks k
  join   subscribers s on s.id = k.subscriber_id
  cross  join trial_settings t
  where  k.play_id = ${id} and k.state <> 'unserved'
  and    k.made_at >= coalesce(
           t.shares_since::timestamp at time zone ${ctx.operator.timeZone}, '-infinity')
  order  by s.root_id, k.made_at, k.id`;

async function countAssigned(ctx: Ctx, id: number): Promise<Assigned> {
  // play_tasks_play (play_id, made_at), subscribers_pkey
  const { rows } = await sql<Assigned>`
    select min(a."on")::text as begun_on, count(*) filter (where not is_held) as treated,
           count(*) filter (where is_held) as held, (
             select count(distinct s.root_id)
             from   play_tasks k join subscribers s on s.id = k.subscriber_id
             where  k.play_id = ${id} and k.state = 'unserved') as unserved
    from   (${assignedOf(ctx, id)}) a`.execute(ctx.db);
  const [row] = rows;
  const none = { begunOn: null, treated: 0, held: 0, unserved: row?.unserved ?? 0 };
  return row && row.treated + row.held >= FEWEST ? row : none;
}

async function countArms(ctx: Ctx, { id, aim }: Play, day: string): Promise<Arms[]> {
  // play_tasks_play (play_id, made_at); of each subscribers_root, accounts_subscriber,
  // subscriptions_account
  const isAway =
    aim === 'win_back'
      ? sql`not exists (
          select from subscribers m
          join   accounts q on q.subscriber_id = m.id
          join   subscriptions x on x.account_id = q.id
          where  m.root_id = a.root_id and x.started_on between a."on" and a."on" + h.days)`
      : sql`coalesce(a.left_on <= a."on" + h.days, false)`;
  const { rows } = await sql<Arms>`
    with assigned as materialized (
      select was.root_id, was.is_held, was."on",
             ${firstLeaving(sql`was.root_id`, sql`was."on"`)} as left_on
      from   (${assignedOf(ctx, id)}) was
      where  was."on" <= ${day}::date - ${Math.min(...horizons)}::int)
    select h.days, count(*) filter (where not a.is_held) as treated,
           count(*) filter (where a.is_held) as held,
           count(*) filter (where not a.is_held and ${isAway}) as left_treated,
           count(*) filter (where a.is_held and ${isAway}) as left_held
    from   unnest(${[...horizons]}::int[]) h (days)
    join   assigned a on a."on" <= ${day}::date - h.days
    group  by h.days`.execute(ctx.db);
  return rows;
}
