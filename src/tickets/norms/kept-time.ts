import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { loadTimes } from './settle-clocks.ts';
import type { TicketClock, TicketPause, TicketTime } from './ticket-clocks.ts';

/** How a ticket's clocks stood, and when it was closed: kept beside a change that may be undone. */
export type KeptTime = TicketTime & { closedAt: Date | null; keptAt: Date };

/** The time of tickets as it stands, as it is to be kept. */
export async function timesOf(
  ctx: Ctx,
  tickets: readonly { id: number; closedAt: Date | null }[],
): Promise<Map<number, KeptTime>> {
  const times = await loadTimes(
    ctx,
    tickets.map(({ id }) => id),
  );
  return new Map(
    tickets.flatMap(({ id, closedAt }) => {
      const time = times.get(id)?.time;
      return time ? [[id, { ...time, closedAt, keptAt: ctx.clock.now() }] as const] : [];
    }),
  );
}

type Written<T> = { [K in keyof T]: T[K] extends Date | null ? string | null : T[K] };

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Reads what was kept as JSON; null where nothing was. */
export function readTime(kept: unknown): KeptTime | null {
  if (!kept) return null;
  const { clocks, pauses, closedAt, keptAt } = kept as {
    clocks: Written<TicketClock>[];
    pauses: Written<TicketPause>[];
    closedAt: string | null;
    keptAt: string;
  };
  return {
    clocks: clocks.map((one) => ({
      ...one,
      startedAt: new Date(one.startedAt ?? 0),
      metAt: dateOf(one.metAt),
    })),
    pauses: pauses.map((one) => ({ ...one, from: new Date(one.from ?? 0), to: dateOf(one.to) })),
    closedAt: dateOf(closedAt),
    keptAt: new Date(keptAt),
  };
}

/** Whether nothing has moved the clocks between two moments. */
export function isSameTime(one: TicketTime, other: TicketTime): boolean {
  const told = ({ clocks, pauses }: TicketTime): string =>
    JSON.stringify([
      clocks.map(({ id, metAt }) => [id, metAt]),
      pauses.map(({ from, to, reason }) => [from, to, reason]),
    ]);
  return told(one) === told(other);
}

/** Of these, tickets whose subscriber a person has told something since, in a note or a message. */
export async function toldSince(
  ctx: Ctx,
  tickets: readonly { id: number; since: Date }[],
): Promise<Set<number>> {
  // ticket_notes_ticket, ticket_conversations_pkey, messages_conversation
  const { rows } = await sql<{ id: number }>`
    select t.id
    from   jsonb_to_recordset(${JSON.stringify(tickets)}::jsonb) as t (id bigint, since timestamptz)
    where  exists (select from ticket_notes n
                   where  n.ticket_id = t.id and n.kind = 'told' and n.created_at >= t.since
                   and    n.rule_id is null)
    or     exists (select from ticket_conversations l
                   join   messages m on m.conversation_id in ${wholeOf(sql`l.conversation_id`)}
                   where  l.ticket_id = t.id and m.happened_at >= t.since
                   and    m.direction = 'out' and not m.is_automatic)`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
