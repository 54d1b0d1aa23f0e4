import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { happenings } from '../api/moments.ts';
import { lockTickets } from '../record/lock-tickets.ts';
import { end, fireRule } from './fire-rule.ts';
import { asRule, metBy, type Rule, rulesFor } from './rule-rows.ts';
import { roomWithinHour } from './stop-of.ts';

type Waiting = { id: number; ticketId: number; eventId: number; chain: number[] };

/**
 * Lets rules act on what happened beyond their limit of an hour, the first first, where the ticket
 * still meets the condition. What waited when a rule was switched on again is left alone.
 */
export async function sweepWaiting(ctx: Ctx, signal: AbortSignal): Promise<void> {
  for (const rule of await rulesFor(ctx, happenings)) {
    for (const one of await waitingFor(ctx, rule)) {
      if (signal.aborted) return;
      await inTransaction(ctx, (tx) => takeTurn(tx, rule, one));
    }
  }
}

async function waitingFor(ctx: Ctx, { id, onSince }: Rule): Promise<Waiting[]> {
  // ticket_rule_runs_waiting (rule_id, id), ticket_rule_runs_rule (rule_id, at)
  const { rows } = await sql<Waiting>`
    select r.id, r.ticket_id, r.event_id, r.chain from ticket_rule_runs r
    where  r.rule_id = ${id} and r.chain is not null and r.event_id is not null
    and    r.at >= ${onSince}
    order  by r.id limit ${roomWithinHour(ctx, id)}`.execute(ctx.db);
  return rows;
}

async function takeTurn(
  ctx: Ctx,
  rule: Rule,
  { id, ticketId, eventId, chain }: Waiting,
): Promise<void> {
  await lockTickets(asRule(ctx), [ticketId]);
  const isMet = (await metBy(ctx, [rule], ticketId)).has(rule.id);
  const outcome = isMet ? await fireRule(ctx, rule, { ticketId, chain, eventId }) : null;
  if (outcome === null) await end(ctx, id, 'unchanged');
}
