import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadCalendar } from '../../norms/index.ts';
import { isStay, stays } from '../api/moments.ts';
import { chainBefore } from './cause.ts';
import { fireRule } from './fire-rule.ts';
import { type Rule, rulesFor, ticketsFor } from './rule-rows.ts';
import { longAgo, staySql } from './stays.ts';
import { MOST_OF_RULE } from './stop-of.ts';

const BATCH = 200;
const HOUR_MS = 3_600_000;

/** What began to last longer ago than the rule waits for and so many days is left alone. */
const LOOKS_BACK_MS = 30 * 24 * HOUR_MS;

/**
 * Lets rules act on what has lasted long enough, once for each stay. What had lasted so long
 * already when a rule was switched on is left alone, and so is more in an hour than its limit: it
 * waits for the next.
 */
export async function sweepStays(ctx: Ctx): Promise<void> {
  for (const rule of await rulesFor(ctx, stays)) {
    for (const { id: ticketId, since } of await longEnough(ctx, rule)) {
      const chain = await chainOf(ctx, rule, ticketId);
      await fireRule(ctx, rule, { ticketId, chain, since });
    }
  }
}

type Lasting = { id: number; since: Date };

async function longEnough(ctx: Ctx, rule: Rule): Promise<Lasting[]> {
  const { moment, onSince, afterSeconds } = rule;
  const found = (await ticketsFor(ctx))(rule.condition);
  if (!isStay(moment) || !onSince || !found.ok) return [];
  const calendar = rule.calendarId === null ? null : await loadCalendar(ctx, rule.calendarId);
  const now = ctx.clock.now();
  const until = longAgo(calendar, now, afterSeconds);
  const from = Math.max(
    longAgo(calendar, onSince, afterSeconds).getTime(),
    until.getTime() - LOOKS_BACK_MS,
  );
  const { join, since, only } = staySql[moment];
  const whole = sql`date_trunc('milliseconds', ${since})`;
  // The stay's own index; ticket_rule_runs_stay, ticket_rule_runs_rule (rule_id, at)
  const { rows } = await sql<Lasting>`
    select t.id, ${whole} as since from ${found.value.from} ${join}
    where  ${found.value.where} and ${only} and t.root_id is null
    and    ${since} > ${new Date(from)} and ${since} <= ${until}
    -- What had lasted before an import brought it here was another desk's.
    and    (t.import_id is null or ${since} >= t.created_at)
    and    not exists (select from ticket_rule_runs r
                       where  r.rule_id = ${rule.id} and r.ticket_id = t.id
                       and    r.since = ${whole})
    order  by ${since}
    limit  least(${BATCH}, ${MOST_OF_RULE} - (
             select count(*) from ticket_rule_runs r
             where  r.rule_id = ${rule.id} and r.at > ${new Date(now.getTime() - HOUR_MS)}
             and    r.outcome = 'done'))`.execute(ctx.db);
  return rows;
}

/** The rules behind what lasts: those that led to its beginning. */
async function chainOf(ctx: Ctx, { moment }: Rule, ticketId: number): Promise<number[]> {
  const begunBy = isStay(moment) ? staySql[moment].begunBy : null;
  return begunBy ? chainBefore(ctx, ticketId, begunBy) : [];
}
