import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Stop } from '../api/moments.ts';
import type { Stored } from '../record/values.ts';
import type { Rule } from './rule-rows.ts';
import { type Lately, stopOf, waitsAfter } from './stop-of.ts';

const HOUR_MS = 3_600_000;

type Run = { runId: number; chain: readonly number[]; since?: Date };

/**
 * What keeps a rule from acting on a ticket at this moment, if anything, and whether it has its
 * turn later.
 */
export async function stopNow(
  ctx: Ctx,
  rule: Rule,
  ticket: Stored,
  { runId, chain, since }: Run,
): Promise<{ stop: Stop; waits: boolean } | null> {
  const stop = stopOf(rule.id, chain, await lately(ctx, rule, ticket, runId));
  return stop && { stop, waits: waitsAfter(stop, since !== undefined) };
}

async function lately(
  ctx: Ctx,
  { id: ruleId, noteKind }: Rule,
  { id: ticketId, openedAt }: Stored,
  own: number,
): Promise<Lately> {
  const from = new Date(ctx.clock.now().getTime() - HOUR_MS);
  const acted = sql`r.at > ${from} and r.outcome = 'done' and r.id <> ${own}`;
  // ticket_rule_runs_ticket (ticket_id, at), ticket_rule_runs_rule (rule_id, at)
  const { rows } = await sql<Omit<Lately, 'replies'>>`
    select (select count(*) from ticket_rule_runs r
            where  r.ticket_id = ${ticketId} and r.rule_id = ${ruleId} and ${acted})
             as on_ticket_by_rule,
           (select count(*) from ticket_rule_runs r
            where  r.ticket_id = ${ticketId} and ${acted}) as on_ticket,
           (select count(*) from ticket_rule_runs r
            where  r.rule_id = ${ruleId} and ${acted}) as by_rule`.execute(ctx.db);
  const replies = noteKind === 'reply' ? await repliesSincePerson(ctx, ticketId, openedAt) : 0;
  const [counted] = rows;
  if (!counted) throw new Error('a count has one row');
  return { ...counted, replies };
}

/**
 * How often rules have written to the subscriber of a ticket since somebody of the staff changed
 * it, wrote at it or spoke in one of its conversations.
 */
async function repliesSincePerson(ctx: Ctx, ticketId: number, openedAt: Date): Promise<number> {
  // events_subject (subject_kind, subject_id, id desc) of the months since, ticket_notes_ticket,
  // ticket_conversations_pkey, messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql<{ count: number }>`
    with person as (
      select greatest(
        (select max(e.recorded_at) from events e
         where  e.subject_kind = 'ticket' and e.subject_id = ${ticketId}
         and    e.actor_staff_id is not null and e.recorded_at >= ${openedAt}),
        (select max(m.happened_at) from ticket_conversations l
         join   messages m on m.conversation_id in ${wholeOf(sql`l.conversation_id`)}
         where  l.ticket_id = ${ticketId} and m.author_staff_id is not null)) as at)
    select count(*) as count
    from   ticket_notes n, person p
    where  n.ticket_id = ${ticketId} and n.rule_id is not null and n.message_id is not null
    and    (p.at is null or n.created_at > p.at)`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
