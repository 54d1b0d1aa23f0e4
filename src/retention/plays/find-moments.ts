import { type RawBuilder, sql } from 'kysely';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import type { Ctx } from '../../kernel/context.ts';
import { mayHear } from '../../subscribers/index.ts';
import { returningMoments } from '../winback/returning-moments.ts';
import { isHeldOutOf, isLikeHeldOut } from '../trial/held-out.ts';
import { isAdvertising, givesMoney, type Stop } from './kinds.ts';
import { askedOf, type Period } from './period.ts';
import type { Play } from './play-rows.ts';
import { keepingMoments } from './signal-moments.ts';

/** Somebody whom a signal names, and why they are not spoken to, as of the moment. */
export type Moment = {
  subscriberId: number;
  at: Date;
  /** By what they stand in order, the smallest first. */
  rank: number;
  stop: Stop | null;
  /** What they pay a month, or paid before they left, on the account that brings most. */
  monthlyMinor: number;
  /** Chance withholds it from them, so that it can be told what it brings. */
  isHeld: boolean;
  /** Whether the asker may see who it is. */
  isVisible: boolean;
};

const moments = { ...keepingMoments, ...returningMoments };

/** A wish in anger, or one that was said again, is not talked over for so long. */
const ANGRY_DAYS = 180;

type More = {
  /**
   * As of when it is asked what stands in the way: now, of the live round, for they may have left,
   * refused or grown angry since; of each moment itself, where history is tried.
   */
  asOf: 'moment' | Date;
  /** Only what this play has not acted upon. */
  isNew: boolean;
  /** Only whom nothing stands in the way of. */
  isFree: boolean;
  /** Only who comes after. */
  after?: Moment | undefined;
  most: number;
};

/**
 * Whom a play's signal names in a period: the earliest first, or, of those who may leave, the
 * costliest to lose.
 */
export async function findMoments(
  ctx: Ctx,
  play: Play,
  period: Period,
  { asOf, isNew, isFree, after, most }: More,
): Promise<Moment[]> {
  const now = asOf === 'moment' ? sql`m.at` : sql`${asOf}::timestamptz`;
  const asked = askedOf(ctx, play, period);
  const isSeen = visibleTo(ctx, 'retention.plays', { owner: 'r.ownerStaffId', team: 'r.teamId' });
  const isUntouched = isNew
    ? sql`not exists (
        select from play_tasks k
        where  k.play_id = ${play.id} and k.signalled_at = m.at
        and    k.subscriber_id in (select o.id from subscribers o where o.root_id = r.id))`
    : sql`true`;
  const isMeant =
    play.whomSegmentId === null
      ? sql`true`
      : sql`exists (
        select from segment_members k join subscribers o on o.id = k.subscriber_id
        where  o.root_id = r.id and k.segment_id = ${play.whomSegmentId}
        and    k.since_at <= m.at and coalesce(k.until_at, 'infinity') > m.at)`;
  const isAfter = after
    ? sql`(f.rank, f.subscriber_id, f.at) >
          (${after.rank}::float8, ${after.subscriberId}::bigint, ${after.at}::timestamptz)`
    : sql`true`;
  // play_tasks_subscriber, segment_members_subscriber
  const { rows } = await sql<Moment>`
    select f.* from (
      select r.id as subscriber_id, m.at, ${rankOf(play)} as rank, ${isSeen} as is_visible,
             ${heldOut(play, asOf === 'moment')} as is_held,
             ${stopOf(play, now, ctx.operator.timeZone)} as stop, coalesce((
               select max(y.minor) from (
                 select sum(coalesce(x.monthly_fee_minor, v.monthly_fee_minor)) as minor
                 from   subscribers o
                 join   accounts a on a.subscriber_id = o.id
                 join   subscriptions x on x.account_id = a.id
                 join   product_versions v on v.id = x.product_version_id
                 where  o.root_id = r.id
                 and    coalesce(x.ended_on, 'infinity') >= coalesce(r.left_on, m.at::date + 1)
                 group  by a.id) y), 0)::bigint as monthly_minor
      from   (select distinct subscriber_id, date_trunc('milliseconds', at) as at
              from (${moments[play.signal](asked)}) d) m
      join   subscribers r on r.id = m.subscriber_id
      where  ${isUntouched} and ${isMeant}) f
    where  ${isFree ? sql`f.stop is null` : sql`true`}
    and    ${isAfter}
    order  by f.rank, f.subscriber_id, f.at limit ${most}`.execute(ctx.db);
  return rows;
}

/** When it came; of who may leave what is lost with them, for all are scored in one night. */
const rankOf = ({ signal }: Play) =>
  signal === 'risk'
    ? sql`coalesce((
        select -x.chance_90 * x.value_minor from risk_scores x where x.id = r.id), 0)::float8`
    : sql`extract(epoch from m.at)::float8`;

/** A repair and a deferral are withheld from nobody; a trial tells of nobody that they would be. */
function heldOut({ id, offerKind }: Play, isTrial: boolean) {
  if (offerKind === 'repair' || offerKind === 'deferral') return sql`false`;
  return (isTrial ? isLikeHeldOut : isHeldOutOf)(sql`r.id`, { key: `play:${id}` });
}

/**
 * Why somebody is not spoken to. Whoever moved away or is no more never is; nor whom it has made
 * angry, who has said no for good, or with whom something else goes on.
 */
function stopOf(play: Play, at: RawBuilder<unknown>, timeZone: string) {
  const isBack = play.aim === 'win_back';
  const day = sql`(${at} at time zone ${timeZone})::date`;
  const isGone = isBack
    ? sql`r.erased_at is not null`
    : sql`r.erased_at is not null or r.status = 'prospect' or r.left_on <= ${day}
          or (r.status = 'left' and r.left_on is null)`;
  const isReturned = isBack ? sql`r.status <> 'left'` : sql`false`;
  const own = sql`c.subscriber_id in (select o.id from subscribers o where o.root_id = r.id)`;
  // retention_cases_subscriber (subscriber_id, opened_at desc), play_tasks_subscriber,
  // consents_subscriber, tickets_subscriber
  return sql`case
    when ${isGone} then 'gone'
    when ${isReturned} then 'returned'
    when exists (
      select from retention_cases c
      join   leaving_reasons n on n.id = c.reason_id
      join   leaving_reasons g on g.id = n.parent_id
      where  ${own} and not g.takes_offers and c.outcome = 'left') then 'beyond'
    when exists (
      select from play_tasks k
      where  k.subscriber_id in (select o.id from subscribers o where o.root_id = r.id)
      and    k.done_at <= ${at}
      and   (k.outcome = 'never' or k.aim = 'win_back' and k.outcome = 'declined' and ${isBack}))
      then 'refused'
    when ${consentMissing(play, at)} then 'no_consent'
    when exists (
      select from retention_cases c
      where  ${own} and c.opened_at <= ${at} and coalesce(c.closed_at, 'infinity') > ${at})
      then 'case'
    when exists (
      select from retention_cases c
      where  ${own} and (c.is_angry or c.is_repeated) and c.opened_at <= ${at}
      and    c.opened_at > ${at} - make_interval(days => ${ANGRY_DAYS})) then 'angry'
    when ${givesMoney(play.offerKind)} and ${isBroken(at)} then 'fault_first'
    end`;
}

/** No way is left by which they may be told of it. */
function consentMissing(play: Play, at: RawBuilder<unknown>) {
  const isSold = isAdvertising(play);
  const may = (by: 'phone' | 'email' | 'messenger') => mayHear(sql`r.id`, { isSold, by, at });
  return play.action === 'message'
    ? sql`not (${may('email')} or ${may('messenger')})`
    : sql`not ${may('phone')}`;
}

/** Something of theirs is open, or their house is cut off. */
function isBroken(at: RawBuilder<unknown>) {
  return sql`(exists (
      select from tickets t join subscribers o on o.id = t.subscriber_id
      where  o.root_id = r.id and t.merged_into_id is null and t.opened_at <= ${at}
      and    coalesce(t.closed_at, 'infinity') > ${at})
    or exists (
      select from subscribers o
      join   service_addresses a on a.subscriber_id = o.id and a.removed_at is null
      join   premises f on f.id = a.premise_id
      join   incident_buildings h on h.building_id = f.building_id
      join   incidents i on i.id = h.incident_id and i.kind = 'outage'
      where  o.root_id = r.id and i.started_at <= ${at}
      and    coalesce(i.ended_at, 'infinity') > ${at}))`;
}
