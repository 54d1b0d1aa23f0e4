import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { aboutColumns } from '../skills/about.ts';
import { firstAgents } from '../slots.ts';
import { type About, needsOf } from '../skills/needs.ts';
import { loadSkillRules } from '../skills/skill-rules.ts';
import type { Waiting } from './match-offers.ts';

/** What is nobody's, with its times. */
export type Found = Waiting & {
  offerFrom: Date;
  escalateAt: Date | null;
  touchDueAt: Date;
  touchedAt: Date | null;
  /** Before whom it stands at this moment. */
  offeredTo: number | null;
};

type Askable = {
  agents: readonly { staffId: number; teamId: number | null }[];
  offerLimit: number;
};
type Wanted = { limit: number; isOfferedToo?: boolean; askable?: Askable };

/** As `matchOffers` asks of each agent. */
const mayBeAsked = ({ agents, offerLimit }: Askable) => sql`
    and (e.is_escalated or coalesce(f.times, 0) < ${offerLimit})
    and exists (
      select from unnest(${agents.map(({ staffId }) => staffId)}::bigint[],
                         ${agents.map(({ teamId }) => teamId)}::bigint[]) as g (id, team_id)
      where (c.team_id is null or g.team_id = c.team_id)
      and    not g.id = any(coalesce(f.asked_enough, '{}')))`;

/**
 * What is nobody's and may be offered by now, in the order in which it will be; with who was asked
 * so far. Whoever went away was not asked.
 * @param wanted.isOfferedToo also what stands before somebody now
 * @param wanted.askable leaves out what none of these agents may be asked about, so that it keeps
 *   nothing behind it from being offered
 */
export async function findWaiting(
  ctx: Ctx,
  skillWaitSeconds: number,
  { limit, isOfferedToo = false, askable }: Wanted,
): Promise<Found[]> {
  const now = ctx.clock.now();
  const keptSince = new Date(now.getTime() - skillWaitSeconds * 1000);
  // conversations_offer (offer_from), offers_live_conversation, and
  // offers_conversation (conversation_id, offered_at)
  const { rows } = await sql<Omit<Found, 'skillIds'> & About & { subscriberId: number | null }>`
    select c.id as conversation_id, c.team_id, c.subscriber_id, ${aboutColumns},
           c.offer_from <= ${keptSince} as is_skill_wait_over,
           e.is_escalated,
           coalesce(f.asked, '[]') as asked,
           c.offer_from, c.escalate_at, c.touch_due_at, c.touched_at, l.staff_id as offered_to
    from   conversations c
    left   join offers l on l.conversation_id = c.id and l.ended_at is null
    cross  join lateral (
      select coalesce(c.escalated_at >= c.offer_from, false) as is_escalated) e
    left   join lateral (
      select sum(a.times) as times,
             array_agg(a.staff_id) filter (where a.has_declined or e.is_escalated) as asked_enough,
             jsonb_agg(jsonb_build_object('staffId', a.staff_id, 'times', a.times,
                                          'hasDeclined', a.has_declined)) as asked
      from (select staff_id, count(*) as times, bool_or(end_reason = 'declined') as has_declined
            from   offers
            where  conversation_id = c.id and offered_at >= c.offer_from
            and    end_reason is distinct from 'withdrawn'
            group  by staff_id) a
    ) f on true
    where  c.offer_from <= ${now} and c.owner_staff_id is null and c.state = 'open'
    and    (${isOfferedToo} or l.id is null) ${askable ? mayBeAsked(askable) : sql``}
    order  by c.urgent_at, c.id
    limit  ${limit}`.execute(ctx.db);
  if (rows.length === 0) return [];
  const rules = await loadSkillRules(ctx);
  const firsts = await firstsOf(ctx, rows);
  return rows.map(({ subscriberId, ...row }) => ({
    ...row,
    skillIds: needsOf(rules, row).map(({ id }) => id),
    firstIds: firsts.get(subscriberId ?? 0) ?? [],
  }));
}

/** Who is to be asked first about these, by subscriber. */
async function firstsOf(
  ctx: Ctx,
  rows: readonly { subscriberId: number | null }[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const ids = new Set(rows.flatMap(({ subscriberId }) => subscriberId ?? []));
  if (ids.size === 0) return new Map();
  const told = await Promise.all(firstAgents.fills.map(({ piece }) => piece(ctx, [...ids])));
  return new Map(told.flatMap((one) => [...one]));
}
