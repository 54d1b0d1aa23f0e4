import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany, type NewEvent } from '../../kernel/events/journal.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { tellNews } from '../../work/index.ts';
import type { Tier } from '../kinds.ts';
import { noteActing } from '../leading/give-leaders.ts';
import { leaders } from '../sheet/list-leaders.ts';
import { followMerges } from './follow-merges.ts';
import type { Rules } from './rules.ts';

/** What became of a client in a count. */
type Moved = {
  id: number;
  state: string;
  formerState: string | null;
  tier: Tier | null;
  formerTier: Tier | null;
  dropsOn: string | null;
  formerDropsOn: string | null;
  actingId: number | null;
};

/** Of so many at once screens are not told one by one. */
const MASS = 20;
const CHUNK = 1000;

export type Applied = { members: number; candidates: number; admitted: number; dropped: number };

/** Makes of the table `vip_counted` who is of the programme from today on, and tells of it. */
export async function applyCount(ctx: Ctx, rules: Rules): Promise<Applied> {
  await followMerges(ctx, null);
  await endOverrides(ctx);
  await decide(ctx, rules);
  await noteActing(ctx);
  const moved = await put(ctx);
  await tell(ctx, moved);
  const { rows } = await sql<{ members: number; candidates: number }>`
    select count(*) filter (where state = 'member')::int as members,
           count(*) filter (where state = 'candidate')::int as candidates
    from   vip_clients`.execute(ctx.db);
  return {
    members: rows[0]?.members ?? 0,
    candidates: rows[0]?.candidates ?? 0,
    admitted: moved.filter(isAdmitted).length,
    dropped: moved.filter(isDropped).length,
  };
}

const isAdmitted = (one: Moved): boolean => one.state === 'member' && one.formerState !== 'member';
const isDropped = (one: Moved): boolean => one.state !== 'member' && one.formerState === 'member';

async function endOverrides(ctx: Ctx): Promise<void> {
  await sql`
    update vip_overrides set state = 'ended'
    where  state in ('asked', 'approved') and until_on < ${today(ctx)}::date`.execute(ctx.db);
}

/** The table `vip_next`: what each is to be, beside what they were. */
async function decide(ctx: Ctx, { graceDays }: Rules): Promise<void> {
  const day = sql`${sql.lit(today(ctx))}::date`;
  const later = sql`${sql.lit(daysAfter(today(ctx), graceDays))}::date`;
  // vip_clients_pkey, subscribers_root (root_id), vip_overrides_subscriber (subscriber_id)
  await sql`
    create temp table vip_next on commit drop as
    with weighed as (
      select c.*, v.state as former_state, v.tier as former_tier, v.drops_on as former_drops_on,
             o.wants, o.tier as wanted_tier,
             case o.wants when 'in' then c.is_here when 'out' then false else c.is_met end as is_in,
             v.state = 'member' and not c.is_met and o.wants is null and c.is_here
               and coalesce(v.drops_on, ${later}) > ${day} as stays_on
      from   vip_counted c
      left   join vip_clients v on v.id = c.id
      left   join lateral (
        select w.wants, w.tier from vip_overrides w join subscribers s on s.id = w.subscriber_id
        where  s.root_id = c.id and w.state = 'approved'
        order  by w.decided_at desc, w.id desc limit 1) o on true)
    select w.*,
           case when w.is_in or w.stays_on then 'member'
                when w.is_candidate and w.wants is null then 'candidate'
                when w.former_state in ('member', 'former') then 'former'
                else 'none' end as next_state,
           case when w.is_in then coalesce(w.wanted_tier, w.tier)
                when w.stays_on then w.former_tier end as next_tier,
           case when not w.is_in and w.stays_on
                then coalesce(w.former_drops_on, ${later}) end as next_drops_on
    from   weighed w`.execute(ctx.db);
}

async function put(ctx: Ctx): Promise<Moved[]> {
  const day = today(ctx);
  const { rows } = await sql<Moved>`
    with stored as (
      insert into vip_clients as v
             (id, state, tier, is_corporate, number_minor, number_line_id, account_minor, account_id,
              total_minor, lines, with_us_since, careful_since, missing, member_since, drops_on,
              counted_on)
      select n.id, n.next_state, n.next_tier, n.is_corporate, n.number_minor, n.number_line_id,
             n.account_minor, n.account_id, n.total_minor, n.lines, n.with_us_since,
             n.careful_since, n.missing,
             case when n.next_state = 'member' then ${day}::date end, n.next_drops_on, ${day}::date
      from   vip_next n
      where  n.next_state <> 'none' or n.is_corporate or n.former_state is not null
      on     conflict (id) do update
      set    state = excluded.state, tier = excluded.tier, is_corporate = excluded.is_corporate,
             number_minor = excluded.number_minor, number_line_id = excluded.number_line_id,
             account_minor = excluded.account_minor, account_id = excluded.account_id,
             total_minor = excluded.total_minor, lines = excluded.lines,
             with_us_since = excluded.with_us_since, careful_since = excluded.careful_since,
             missing = excluded.missing, drops_on = excluded.drops_on,
             counted_on = excluded.counted_on,
             member_since = case when excluded.state <> 'member' then v.member_since
                                 when v.state = 'member' then v.member_since
                                 else excluded.member_since end,
             left_on = case when excluded.state = 'member' then null
                            when v.state = 'member' then excluded.counted_on
                            else v.left_on end
      returning v.id, v.acting_id)
    select n.id, n.next_state as state, n.former_state, n.next_tier as tier, n.former_tier,
           n.next_drops_on as drops_on, n.former_drops_on, s.acting_id
    from   vip_next n join stored s on s.id = n.id
    where  (n.next_state = 'member') is distinct from (n.former_state is not distinct from 'member')
    or     n.next_state = 'member' and (n.next_tier, n.next_drops_on)
             is distinct from (n.former_tier, n.former_drops_on)
    order  by n.id`.execute(ctx.db);
  return rows;
}

async function tell(ctx: Ctx, moved: readonly Moved[]): Promise<void> {
  const events = moved.map(eventOf);
  for (let at = 0; at < events.length; at += CHUNK) {
    await emitMany(ctx, events.slice(at, at + CHUNK), { isTold: events.length <= MASS });
  }
  const dropping = moved.filter((one) => one.dropsOn !== null && one.formerDropsOn === null);
  // Of a client whom nobody leads leaders are told.
  const isLed = dropping.every(({ actingId }) => actingId !== null);
  const leading = isLed ? [] : (await leaders(ctx)).map(({ id }) => id);
  const news = dropping.flatMap(({ id: entityId, actingId }) =>
    (actingId === null ? leading : [actingId]).map((staffId) => ({
      staffId,
      entityId,
      reason: 'late' as const,
    })),
  );
  await tellNews(ctx, 'vip', news);
}

function eventOf(one: Moved): NewEvent {
  const { id, tier, formerTier, dropsOn, formerDropsOn } = one;
  const of = { subject: { kind: 'vip_client', id }, subscriberId: id };
  if (isAdmitted(one)) return { ...of, type: 'vip.admitted', facts: { tier } };
  if (isDropped(one)) return { ...of, type: 'vip.dropped', facts: { tier: formerTier } };
  if (dropsOn !== null && formerDropsOn === null) {
    return { ...of, type: 'vip.dropping', facts: { tier, on: dropsOn } };
  }
  if (tier !== formerTier) return { ...of, type: 'vip.tier_changed', facts: { tier, formerTier } };
  return { ...of, type: 'vip.stays', facts: { tier } };
}
