import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { clockState, loadCalendars, type StoredCalendar } from '../../norms/index.ts';
import type { Priority } from '../api/states.ts';
import { loadPromises } from './promised.ts';
import {
  settled,
  slaOf,
  type Step,
  stepClocks,
  type TicketClock,
  type TicketPause,
  type TicketTime,
} from './ticket-clocks.ts';

/** A ticket as its clocks know it, and what happened to it just now, in order. */
export type Stepped = {
  id: number;
  categoryId: number;
  priority: Priority;
  steps: readonly Step[];
};

type Kept = {
  id: number;
  subscriberId: number | null;
  escalatedAt: Date | null;
  time: TicketTime;
};

/**
 * Carries on the clocks of tickets, all at once: whatever happens to them passes through here, and
 * the rows then say when each is due and when the supervisor is called.
 */
export async function settleClocks(ctx: Ctx, tickets: readonly Stepped[]): Promise<void> {
  if (tickets.length === 0) return;
  const kept = await loadTimes(
    ctx,
    tickets.map(({ id }) => id),
  );
  const { times, calendars } = await carryOn(ctx, tickets, (id) => {
    const found = kept.get(id);
    if (!found) throw new Error(`there is no ticket ${id}`);
    return found;
  });
  await writeClocks(ctx, times, calendars);
  await writePauses(ctx, times);
  await writeDue(ctx, await dueOf(ctx, times, calendars));
}

/**
 * The clocks of a ticket that is only about to be written: its row is written once, with when it is
 * due, for each of its many indexes would else be written twice.
 * @returns when it is due, and what writes its clocks once the row stands
 */
export async function beginClocks(
  ctx: Ctx,
  ticket: Stepped & Pick<Kept, 'subscriberId'>,
): Promise<Due & { write: () => Promise<void> }> {
  const { times, calendars } = await carryOn(ctx, [ticket], (id) => ({
    id,
    subscriberId: ticket.subscriberId,
    escalatedAt: null,
    time: { clocks: [], pauses: [] },
  }));
  const [due] = await dueOf(ctx, times, calendars);
  if (!due) throw new Error('a ticket that begins has clocks');
  const write = async (): Promise<void> => {
    await writeClocks(ctx, times, calendars);
    await writePauses(ctx, times);
  };
  return { ...due, write };
}

type Timed = Kept & { before: TicketTime };
type Calendars = ReadonlyMap<number, StoredCalendar>;
type Due = { id: number; dueAt: Date | null; escalateAt: Date | null };

async function carryOn(
  ctx: Ctx,
  tickets: readonly Stepped[],
  keptOf: (id: number) => Kept,
): Promise<{ times: Timed[]; calendars: Calendars }> {
  const kept = tickets.map((ticket) => ({ ...ticket, before: keptOf(ticket.id) }));
  const promisesOf = await loadPromises(
    ctx,
    kept.map(({ before }) => before.subscriberId),
  );
  const times = kept.map(({ before, ...ticket }) => {
    const promised = promisesOf({ ...ticket, subscriberId: before.subscriberId });
    const after = ticket.steps.reduce(
      (time, step) => stepClocks(time, step, promised),
      before.time,
    );
    return { ...before, before: before.time, time: after };
  });
  const used = times.flatMap(({ time }) => time.clocks.map(({ calendarId }) => calendarId));
  return { times, calendars: await loadCalendars(ctx, [...new Set(used)]) };
}

const calendarIn = (calendars: Calendars) => (id: number) => {
  const calendar = calendars.get(id);
  if (!calendar) throw new Error(`calendar ${id} is gone`);
  return calendar;
};

/** The clocks and pauses of tickets, as they stand. */
export async function loadTimes(ctx: Ctx, ids: readonly number[]): Promise<Map<number, Kept>> {
  if (ids.length === 0) return new Map();
  const own = sql`any(${[...ids]}::bigint[])`;
  // tickets_pkey, ticket_clocks_ticket (ticket_id, id), ticket_pauses_pkey
  const tickets = await sql<Omit<Kept, 'time'>>`
    select id, subscriber_id, escalated_at from tickets where id = ${own}`.execute(ctx.db);
  const clocks = await sql<TicketClock & { ticketId: number }>`
    select ticket_id, id, kind, norm_seconds, calendar_id, started_at, met_at
    from   ticket_clocks where ticket_id = ${own} order by id`.execute(ctx.db);
  const pauses = await sql<TicketPause & { ticketId: number }>`
    select ticket_id, from_at as "from", to_at as "to", reason
    from   ticket_pauses where ticket_id = ${own} order by from_at`.execute(ctx.db);
  const clocksOf = Map.groupBy(clocks.rows, ({ ticketId }) => ticketId);
  const pausesOf = Map.groupBy(pauses.rows, ({ ticketId }) => ticketId);
  return new Map(
    tickets.rows.map((ticket) => {
      const time = { clocks: clocksOf.get(ticket.id) ?? [], pauses: pausesOf.get(ticket.id) ?? [] };
      return [ticket.id, { ...ticket, time }];
    }),
  );
}

async function writeClocks(ctx: Ctx, times: readonly Timed[], calendars: Calendars): Promise<void> {
  const rows = times.flatMap(({ id: ticketId, before, time }) =>
    time.clocks
      .filter((clock) => !before.clocks.includes(clock))
      .map((clock) => {
        const sla = slaOf(clock, time.pauses, calendarIn(calendars)(clock.calendarId));
        const { spentSeconds } = clockState(sla, clock.metAt ?? ctx.clock.now());
        return { ...clock, ticketId, spentSeconds: clock.metAt ? Math.round(spentSeconds) : null };
      }),
  );
  if (rows.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
    id bigint, "ticketId" bigint, kind text, "normSeconds" integer, "calendarId" bigint,
    "startedAt" timestamptz, "metAt" timestamptz, "spentSeconds" integer)`;
  if (rows.some(({ id }) => id)) {
    await sql`
      update ticket_clocks c
      set    norm_seconds = r."normSeconds", calendar_id = r."calendarId", met_at = r."metAt",
             spent_seconds = r."spentSeconds"
      from   ${given} where c.id = r.id`.execute(ctx.db);
  }
  await sql`
    insert into ticket_clocks
      (ticket_id, kind, norm_seconds, calendar_id, started_at, met_at, spent_seconds)
    select r."ticketId", r.kind, r."normSeconds", r."calendarId", r."startedAt", r."metAt",
           r."spentSeconds"
    from   ${given} where r.id is null`.execute(ctx.db);
}

async function writePauses(ctx: Ctx, times: readonly Timed[]): Promise<void> {
  const changed = times.filter(({ before, time }) => before.pauses !== time.pauses);
  if (changed.length === 0) return;
  const rows = changed.flatMap(({ id: ticketId, time }) =>
    time.pauses.map((pause) => ({ ticketId, ...pause })),
  );
  const had = changed.filter(({ before }) => before.pauses.length > 0).map(({ id }) => id);
  if (had.length > 0) {
    await sql`delete from ticket_pauses where ticket_id = any(${had}::bigint[])`.execute(ctx.db);
  }
  if (rows.length === 0) return;
  await sql`
    insert into ticket_pauses (ticket_id, from_at, to_at, reason)
    select r."ticketId", r."from", r."to", r.reason
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
             "ticketId" bigint, "from" timestamptz, "to" timestamptz, reason text)`.execute(ctx.db);
}

async function dueOf(ctx: Ctx, times: readonly Timed[], calendars: Calendars): Promise<Due[]> {
  const escalatePercent = await loadPercent(ctx);
  const now = ctx.clock.now();
  return times.map(({ id, time, escalatedAt: told }) => ({
    id,
    ...settled(time, calendarIn(calendars), now, { escalatePercent, told }),
  }));
}

async function writeDue(ctx: Ctx, rows: readonly Due[]): Promise<void> {
  await sql`
    update tickets t set due_at = r."dueAt", escalate_at = r."escalateAt"
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
             id bigint, "dueAt" timestamptz, "escalateAt" timestamptz)
    where  t.id = r.id and t.root_id is null`.execute(ctx.db);
}

/** The share of a norm after which the supervisor is called; one setting for all work. */
async function loadPercent(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ percent: number }>`
    select escalate_percent as percent from desk_settings`.execute(ctx.db);
  return rows[0]?.percent ?? 80;
}
