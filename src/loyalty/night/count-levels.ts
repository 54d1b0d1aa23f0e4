import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadProgramme } from '../programme/load-programme.ts';

/**
 * Counts what everybody has earned in a year, by all records of theirs, and at which level they
 * stand by it. Up goes it at once; who falls below keeps the level for the months of grace, and it
 * is lost after them. A merged record keeps its own, to have it again should the merge be undone.
 * @returns how many levels have changed
 */
export async function countLevels(ctx: Ctx, day: string): Promise<number> {
  const { graceMonths } = await loadProgramme(ctx);
  // point_earnings_earned (earned_on), loyalty_members_pkey
  await sql`
    with earned as (
      select o.root_id as subscriber_id, sum(e.points)::bigint as points
      from   point_earnings e join subscribers o on o.id = e.subscriber_id
      where  e.state = 'posted' and e.rule_id is not null
      and    e.earned_on > ${day}::date - interval '1 year' and e.earned_on <= ${day}
      group  by 1)
    update loyalty_members b set year_points = coalesce(n.points, 0)
    from   loyalty_members m
    join   subscribers s on s.id = m.subscriber_id and s.merged_into_id is null
    left   join earned n on n.subscriber_id = m.subscriber_id
    where  b.subscriber_id = m.subscriber_id
    and    b.year_points <> coalesce(n.points, 0)`.execute(ctx.db);
  const changed = await sql`
    with stands as (
      select b.subscriber_id, b.level_id, b.level_falls_on, o.from_points as old_points,
             n.id as new_id, n.from_points as new_points, b.year_points
      from   loyalty_members b
      join   subscribers s on s.id = b.subscriber_id and s.merged_into_id is null
      left   join loyalty_levels o on o.id = b.level_id
      left   join lateral (
        select v.id, v.from_points from loyalty_levels v
        where  v.from_points <= b.year_points
        order  by v.from_points desc limit 1) n on true),
    moved as (
      select s.*, coalesce(s.new_points, -1) > coalesce(s.old_points, -1) as is_up,
             coalesce(s.new_points, -1) < coalesce(s.old_points, -1) as is_below
      from   stands s
      where  s.new_id is distinct from s.level_id or s.level_falls_on is not null),
    put as (
      update loyalty_members b
      set    level_id = case when m.is_up or (m.is_below and m.level_falls_on <= ${day})
                             then m.new_id else b.level_id end,
             level_since = case when m.is_up or (m.is_below and m.level_falls_on <= ${day})
                                then ${day} else b.level_since end,
             level_falls_on = case
               when not m.is_below or m.level_falls_on <= ${day} then null
               else coalesce(m.level_falls_on,
                             (${day}::date + ${graceMonths} * interval '1 month')::date) end
      from   moved m where m.subscriber_id = b.subscriber_id
      returning b.subscriber_id, b.level_id, b.level_since, b.year_points,
                m.level_id as former_id)
    insert into level_changes (subscriber_id, level_id, changed_on, year_points)
    select p.subscriber_id, p.level_id, ${day}, p.year_points
    from   put p where p.level_id is distinct from p.former_id`.execute(ctx.db);
  return Number(changed.numAffectedRows ?? 0n);
}
