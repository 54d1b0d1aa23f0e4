import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { daysAfter, mayHear, today } from '../../subscribers/index.ts';
import { isResting } from '../contacts/contacts-made.ts';
import { hasSaidNever } from '../contacts/said-never.ts';
import { horizons } from '../lists/effect-of.ts';
import type { Person } from './options-of.ts';

/**
 * Why nothing is done for somebody, whatever it would bring. The control is none of them: whoever
 * reads a plan would know who is of it. It is held out of the list that is made of the plan.
 */
export const exclusions = ['leaving', 'inCase', 'refused', 'cooling'] as const;
export type Exclusion = (typeof exclusions)[number];

export type Candidate = Person & {
  name: string;
  exclusion: Exclusion | null;
  /** By the plain rule: a term ends within 45 days, or a fault befell the house within 30. */
  isByRule: boolean;
};

/** Of more people only those whom losing would cost most are looked at. */
const MOST_PEOPLE = 20_000;
/** So long somebody counts as moving away, or dead, who was said to. */
const BEYOND_DAYS = 180;
/** So many days after its beginning what came of a list is told last. */
const TOLD_DAYS = Math.max(...horizons);
const [RULE_TERM_DAYS, RULE_FAULT_DAYS] = [45, 30];

/**
 * Those whom the actor reaches by all of these permissions, the costliest to lose first, and who of
 * them is left alone.
 */
export async function atStake(
  ctx: Ctx,
  segmentId: number | null,
  permissions: readonly string[],
): Promise<Candidate[]> {
  const columns = { owner: 's.ownerStaffId', team: 's.teamId' };
  const reach = sql.join(
    permissions.map((permission) => visibleTo(ctx, permission, columns)),
    sql` and `,
  );
  const day = today(ctx);
  const ago = (days: number) => sql`${daysAfter(day, -days)}::date`;
  const now = ctx.clock.now();
  const at = sql`${now}::timestamptz`;
  const hears = (isSold: boolean) => mayHear(sql`r.id`, { isSold, by: 'phone', at });
  const theirs = sql`subscribers m where m.root_id = r.id`;
  // risk_scores_pkey, segment_members_now, subscribers_root (root_id), retention_cases_subscriber,
  // care_list_members_subscriber, play_tasks_subscriber, accounts_subscriber,
  // subscriptions_account, service_addresses_subscriber, incident_buildings_pkey
  const { rows } = await sql<Candidate>`
    with most as materialized (
      select r.id, r.chance_90, r.value_minor, r.margin_minor, r.reason_group, s.display_name
      from   risk_scores r join subscribers s on s.id = r.id
      where  s.merged_into_id is null and ${reach}
      and    (${segmentId}::bigint is null or exists (
               select from segment_members g
               where  g.segment_id = ${segmentId} and g.subscriber_id = r.id
               and    g.until_at is null))
      order  by r.chance_90 * r.value_minor desc, r.id limit ${MOST_PEOPLE})
    select r.id, r.display_name as name, r.chance_90::float8 as "leaveChance", r.value_minor,
           r.margin_minor, r.reason_group as "group", case
             when k.is_leaving then 'leaving' when k.is_open then 'inCase'
             when not ${hears(false)} or ${hasSaidNever(sql`r.id`)} then 'refused'
             when k.is_late or t.is_listed or ${isResting(sql`r.id`, now)} then 'cooling'
             end as exclusion,
           ${hears(true)} as has_agreed, ${meetsRule(day)} as is_by_rule
    from   most r
    cross  join trial_settings w
    cross  join lateral (
      select coalesce(bool_or(k.opened_at >= ${ago(BEYOND_DAYS)} and not g.takes_offers
                              or e.case_id is not null), false) as is_leaving,
             coalesce(bool_or(k.state = 'open'), false) as is_open,
             coalesce(bool_or(k.closed_at >= ${day}::date - w.cooldown_days::int), false) as is_late
      from   (select m.id from ${theirs}) m
      join   retention_cases k on k.subscriber_id = m.id
      left   join leaving_reasons n on n.id = k.reason_id
      left   join leaving_reasons g on g.id = n.parent_id
      left   join case_exits e on e.case_id = k.id and e.closed_at is null) k
    cross  join lateral (
      -- Who is held out is left alone for as long as it is told what came of the list.
      select coalesce(bool_or(l.state = 'waiting' and i.ended_at is null
                              or l.state = 'held' and i.started_on > ${ago(TOLD_DAYS)}), false)
               as is_listed
      from   (select m.id from ${theirs}) m
      join   care_list_members l on l.subscriber_id = m.id
      join   care_lists i on i.id = l.list_id) t
    order  by r.chance_90 * r.value_minor desc, r.id`.execute(ctx.db);
  return rows;
}

/** The plain rule, of a subscriber `r`. */
const meetsRule = (day: string): RawBuilder<boolean> => sql<boolean>`
  (exists (
      select from subscribers m
      join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
      join   subscriptions x on x.account_id = a.id and x.ended_on is null
      join   product_versions v on v.id = x.product_version_id
      where  m.root_id = r.id and v.least_months > 0
      and    (x.started_on + make_interval(months => v.least_months))::date
               between ${day}::date and ${daysAfter(day, RULE_TERM_DAYS)}::date)
    or exists (
      select from subscribers m
      join   service_addresses d on d.subscriber_id = m.id and d.removed_at is null
      join   premises q on q.id = d.premise_id
      join   incident_buildings b on b.building_id = q.building_id
      join   incidents i on i.id = b.incident_id
      where  m.root_id = r.id and i.kind <> 'planned_work'
      and    i.started_at >= ${daysAfter(day, -RULE_FAULT_DAYS)}::date))`;
