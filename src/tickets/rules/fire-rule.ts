import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { attempt } from '../../kernel/db/attempt.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Outcome } from '../api/moments.ts';
import { personalVariable } from '../../work/index.ts';
import { putChanges } from '../macros/put-changes.ts';
import { lockTickets } from '../record/lock-tickets.ts';
import { addWatchers } from '../set-watchers.ts';
import { actingAs } from './cause.ts';
import { asRule, type Rule } from './rule-rows.ts';
import { stopNow } from './stop-now.ts';

/** What a rule acts upon: a ticket, what set it off, and the rules that led there. */
export type Occasion = {
  ticketId: number;
  chain: readonly number[];
} & ({ eventId: number; since?: never } | { since: Date; eventId?: never });

/**
 * Lets a rule act on a ticket, at most once for an occasion. What it does stands or falls as a
 * whole: a refusal or a bug undoes it, is kept in the rule's log and holds up nothing else. What
 * is beyond a limit may wait: then it can be tried again.
 * @returns what came of it; null where it has acted on this occasion already
 */
export async function fireRule(ctx: Ctx, rule: Rule, occasion: Occasion): Promise<Outcome | null> {
  const [ticket] = await lockTickets(asRule(ctx), [occasion.ticketId]);
  if (!ticket || ticket.rootId !== null) return null;
  const runId = await begin(ctx, rule, occasion);
  if (runId === null) return null;
  const stopped = await stopNow(ctx, rule, ticket, { ...occasion, runId });
  if (stopped) {
    const { stop, waits } = stopped;
    return end(ctx, runId, 'stopped', stop, waits ? occasion.chain : null);
  }
  const done = await wholly(ctx, async (inner) => {
    // Its note is read by whoever sees the ticket, whatever they may see of subscribers.
    if (personalVariable(rule.note) !== undefined) return fail('tickets.rule_personal');
    const own = actingAs(inner, rule.id, occasion.chain);
    const written = await putChanges(own, ticket, rule);
    if (!written.ok) return written;
    const added = await addWatchers(own, ticket.id, rule.watcherIds);
    return added.ok ? ok(written.value.count + added.value) : added;
  });
  if (done === 'failed') return end(ctx, runId, 'failed');
  if (!done.ok) return end(ctx, runId, 'refused', done.failure.code);
  return done.value === 0 ? end(ctx, runId, 'unchanged') : 'done';
}

async function begin(
  ctx: Ctx,
  { id: ruleId }: Rule,
  { ticketId, eventId, since }: Occasion,
): Promise<number | null> {
  const same = since
    ? sql`(rule_id, ticket_id, since) where since is not null`
    : sql`(rule_id, event_id, ticket_id) where event_id is not null`;
  // ticket_rule_runs_event, ticket_rule_runs_stay
  const { rows } = await sql<{ id: number }>`
    insert into ticket_rule_runs (rule_id, ticket_id, at, event_id, since, outcome)
    values (${ruleId}, ${ticketId}, ${ctx.clock.now()}, ${eventId ?? null},
      ${since ?? null}, 'done')
    on conflict ${same} do update
      set at = excluded.at, outcome = excluded.outcome, reason = null, chain = null
      where ticket_rule_runs.chain is not null
    returning id`.execute(ctx.db);
  return rows[0]?.id ?? null;
}

/** @param chain where it waits for its turn: the rules that led to it */
export async function end(
  ctx: Ctx,
  runId: number,
  outcome: Outcome,
  reason: string | null = null,
  chain: readonly number[] | null = null,
): Promise<Outcome> {
  await sql`
    update ticket_rule_runs
    set    outcome = ${outcome}, reason = ${reason}, chain = ${chain && [...chain]}::bigint[]
    where  id = ${runId}`.execute(ctx.db);
  return outcome;
}

/** Does something as a whole within the transaction; what is refused or fails leaves no trace. */
async function wholly<T>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<Result<T>>,
): Promise<Result<T> | 'failed'> {
  try {
    return await attempt(ctx, work);
  } catch (error) {
    if (isOfTransaction(error)) throw error;
    ctx.log.error({ err: error }, 'a rule failed');
    return 'failed';
  }
}

/** The whole transaction is lost and will be tried again: a deadlock, a line that broke. */
function isOfTransaction(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(08|40|53|55|57|58|E)/.test(code);
}
