import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { asRule } from './rule-rows.ts';

/** A context in which a rule acts: all that it brings about tells the chain of rules behind it. */
export const actingAs = (ctx: Ctx, ruleId: number, chain: readonly number[]): Ctx => ({
  ...asRule(ctx),
  cause: { ruleId, chain: [...chain, ruleId] },
});

/** The rule that acts here, if one does. */
export function ruleOf({ cause }: Ctx): number | null {
  const ruleId = cause?.['ruleId'];
  return typeof ruleId === 'number' ? ruleId : null;
}

type Facts = Readonly<Record<string, unknown>>;

/** The rules that led to an event, the first one first; none where a person or a channel did. */
function chainIn({ cause }: Facts): number[] {
  const chain = (cause as { chain?: unknown } | undefined)?.chain;
  return Array.isArray(chain) ? chain.filter((one) => typeof one === 'number') : [];
}

/**
 * The chain behind an event. What time alone brought about (a wait that ended, a norm that is
 * near) goes on with the chain of what stood before it, so that no rule waits for itself.
 */
export async function chainBehind(ctx: Ctx, event: RecordedEvent): Promise<number[]> {
  const isOfTime = event.type === 'tickets.escalated' || event.facts['isByTime'] === true;
  if (!isOfTime) return chainIn(event.facts);
  return chainBefore(ctx, event.subjectId, sql`e.id < ${event.id}`);
}

/** The chain of the last thing that happened to a ticket, of those that are asked for. */
export async function chainBefore(
  ctx: Ctx,
  ticketId: number,
  which: ReturnType<typeof sql>,
): Promise<number[]> {
  // events_subject (subject_kind, subject_id, id desc), of the months since the ticket was opened
  const { rows } = await sql<{ facts: Facts }>`
    select e.facts from events e
    where  e.subject_kind = 'ticket' and e.subject_id = ${ticketId}
    and    (e.subscriber_id is null or e.transaction_id is not null)
    and    e.recorded_at >= (select opened_at from tickets where id = ${ticketId})
    and    e.type <> 'tickets.escalated' and e.facts -> 'isByTime' is null and ${which}
    order  by e.id desc limit 1`.execute(ctx.db);
  return rows[0] ? chainIn(rows[0].facts) : [];
}
