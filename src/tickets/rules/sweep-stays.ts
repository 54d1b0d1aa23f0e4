import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { loadCalendar } from '../../norms/index.ts';
import { isStay, stays } from '../api/moments.ts';
import { lockTickets } from '../record/lock-tickets.ts';
import { chainBefore } from './cause.ts';
import { fireRule } from './fire-rule.ts';
import { asRule, type Rule, rulesFor, ticketsFor } from './rule-rows.ts';
import { longAgo, staySql } from './stays.ts';
import { roomWithinHour } from './stop-of.ts';

const DAY_MS = 86_400_000;

/** What began to last longer ago than the rule waits for and so many days is left alone. */
const LOOKS_BACK_MS = 30 * DAY_MS;

/** What was beyond a limit is tried again so often. */
const PAUSE_MS = 600_000;

/**
 * Lets rules act on what has lasted long enough, once for each stay. What had lasted so long
 * already when a rule was switched on is left alone; what is beyond a limit waits. Each ticket is
 * a transaction of its own, for the readers of the journal wait for the longest.
 */
export async function sweepStays(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (const rule of await rulesFor(ctx, stays)) {
    const lasting = await lastingFor(ctx, rule);
    for (const { id } of await lasting(ctx, null)) {
      if (signal.aborted) return;
      await inTransaction(ctx, async (tx) => {
        await lockTickets(asRule(tx), [id]);
        for (const { since } of await lasting(tx, id)) {
          const chain = await chainOf(tx, rule, id);
          await fireRule(tx, rule, { ticketId: id, chain, since });
        }
      });
    }
  }
}

type Lasting = { id: number; since: Date };

/** Asks what has lasted long enough by now, of all tickets or of one. */
async function lastingFor(
  ctx: Ctx,
  rule: Rule,
): Promise<(ctx: Ctx, ticketId: number | null) => Promise<Lasting[]>> {
  const { moment, onSince, afterSeconds } = rule;
  const found = (await ticketsFor(ctx))(rule.condition);
  if (!isStay(moment) || !onSince || !found.ok) return async () => [];
  const calendar = rule.calendarId === null ? null : await loadCalendar(ctx, rule.calendarId);
  const now = ctx.clock.now();
  const until = longAgo(calendar, now, afterSeconds);
  const from = Math.max(
    longAgo(calendar, onSince, afterSeconds).getTime(),
    until.getTime() - LOOKS_BACK_MS,
  );
  const tried = new Date(now.getTime() - PAUSE_MS);
  const { join, since, only } = staySql[moment];
  const whole = sql`date_trunc('milliseconds', ${since})`;
  return async ({ db }, ticketId) => {
    const one = ticketId === null ? sql`true` : sql`t.id = ${ticketId}`;
    // The stay's own index; ticket_rule_runs_stay
    const { rows } = await sql<Lasting>`
    select t.id, ${whole} as since from ${found.value.from} ${join}
    where  ${found.value.where} and ${only} and ${one} and t.root_id is null
    and    ${since} > ${new Date(from)} and ${since} <= ${until}
    -- What had lasted before an import brought it here was another desk's.
    and    (t.import_id is null or ${since} >= t.created_at)
    and    not exists (select from ticket_rule_runs r
                       where  r.rule_id = ${rule.id} and r.ticket_id = t.id
                       and    r.since = ${whole}
                       and    (r.chain is null or r.at > ${tried}))
    order  by ${since}
    limit  ${roomWithinHour(ctx, rule.id)}`.execute(db);
    return rows;
  };
}

/** The rules behind what lasts: those that led to its beginning. */
async function chainOf(ctx: Ctx, { moment }: Rule, ticketId: number): Promise<number[]> {
  const begunBy = isStay(moment) ? staySql[moment].begunBy : null;
  return begunBy ? chainBefore(ctx, ticketId, begunBy) : [];
}
