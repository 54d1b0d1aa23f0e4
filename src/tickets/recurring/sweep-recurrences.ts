import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { createTicket } from '../record/create-ticket.ts';
import { nextOccurrence, type Occurrence, type Timing } from './occurrences.ts';
import { readTiming, type Recurrence, recurrenceColumns } from './recurrence-rows.ts';

const BATCH = 100;
/** Of those that were missed, so many at a time; the others in the next turn. */
const MOST_AT_ONCE = 50;

/**
 * Opens the tickets whose time has come. A day has one row for good, written with its ticket, so
 * that each is opened once however often this runs and whenever it is stopped.
 */
export async function sweepRecurrences(ctx: Ctx): Promise<void> {
  // ticket_recurrences_due (next_at) where next_at is not null
  const { rows } = await sql<Recurrence>`
    select ${recurrenceColumns} from ticket_recurrences
    where  next_at <= ${ctx.clock.now()}
    order  by next_at limit ${BATCH} for update skip locked`.execute(ctx.db);
  for (const recurrence of rows) await catchUp(ctx, recurrence);
}

async function catchUp(ctx: Ctx, recurrence: Recurrence): Promise<void> {
  const timing = await readTiming(ctx, recurrence);
  if (!timing.ok) throw new Error(`recurrence ${recurrence.id} cannot be read`);
  const { due, next } = dueOf(ctx, recurrence, timing.value);
  for (const { on } of due) await open(ctx, recurrence, on);
  await sql`
    update ticket_recurrences set next_on = ${next?.on ?? null}, next_at = ${next?.at ?? null}
    where  id = ${recurrence.id}`.execute(ctx.db);
}

/** What is to be opened now, and what comes then. */
function dueOf(
  ctx: Ctx,
  { nextOn, nextAt, catchUp: way }: Recurrence,
  timing: Timing,
): { due: Occurrence[]; next: Occurrence | null } {
  const now = ctx.clock.now();
  const due: Occurrence[] = [];
  let next = nextOn !== null && nextAt !== null ? { on: nextOn, at: nextAt } : null;
  const most = way === 'last' ? Infinity : MOST_AT_ONCE;
  while (next && next.at <= now && due.length < most) {
    due.push(next);
    next = nextOccurrence(timing, next.on);
  }
  return { due: way === 'last' ? due.slice(-1) : due, next };
}

/** Opens the ticket of a day, or keeps why there is none. */
async function open(ctx: Ctx, { id, template }: Recurrence, on: string): Promise<void> {
  // ticket_recurrence_days_pkey
  const known = await sql`
    select from ticket_recurrence_days
    where  recurrence_id = ${id} and occurs_on = ${on}`.execute(ctx.db);
  if (known.rows.length > 0) return;
  const made = await createTicket({ ...ctx, cause: { recurrenceId: id, on } }, template);
  await sql`
    insert into ticket_recurrence_days (recurrence_id, occurs_on, ticket_id, reason, made_at)
    values (${id}, ${on}, ${made.ok ? made.value.id : null},
            ${made.ok ? null : made.failure.code}, ${ctx.clock.now()})`.execute(ctx.db);
}
