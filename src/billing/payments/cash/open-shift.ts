import { sql } from 'kysely';
import { type Ctx, reachOf, staffIdOf, teamIdOf } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { openDay, postEntry } from '../../../ledger/index.ts';
import { today } from '../../../subscribers/index.ts';

type Input = { deskId: number; openingMinor: number; words: string };
type Desk = {
  id: number;
  name: string;
  currency: string;
  /** What the last shift has left there; null before the first. */
  leftMinor: number | null;
  cashier: string | null;
};

/** Desks `d` where the actor may work: everybody's, those of the team, and all for who sees all. */
export const worksAt = (ctx: Ctx) => {
  const teamId = teamIdOf(ctx.actor);
  return reachOf(ctx.actor, 'billing.cash_shifts') === 'all'
    ? sql`true`
    : sql`(d.team_id is null or d.team_id = ${teamId}::bigint)`;
};

/**
 * Opens a shift with the cash that was counted in the desk. What the shift before has left should
 * be there: a difference is named and posted. Into a new desk its first cash is brought.
 */
export async function openShift(
  ctx: Ctx,
  { deskId, openingMinor, words }: Input,
): Promise<Result<{ id: number; number: number }>> {
  const desk = await lockDesk(ctx, deskId);
  if (!desk) return fail('billing.no_such_desk');
  const differenceMinor = desk.leftMinor === null ? 0 : openingMinor - desk.leftMinor;
  if (differenceMinor !== 0 && words === '') {
    return fail('billing.name_difference', {}, { words: 'billing.name_difference' });
  }
  const teamId = teamIdOf(ctx.actor);
  // cash_shifts_open_desk and cash_shifts_open_staff let in one
  const { rows } = await sql<{ id: number; number: number }>`
    insert into cash_shifts (desk_id, number, staff_id, team_id, opened_at, opening_minor,
                             opening_difference_minor, opening_words)
    select ${deskId}, coalesce(max(number), 0) + 1, ${staffIdOf(ctx.actor)}, ${teamId}::bigint,
           ${ctx.clock.now()}, ${openingMinor}, ${differenceMinor}, ${words}
    from   cash_shifts where desk_id = ${deskId}
    on     conflict do nothing returning id, number`.execute(ctx.db);
  const [shift] = rows;
  if (!shift) return fail('billing.shift_open', { cashier: desk.cashier ?? '' });
  const movedMinor = openingMinor - (desk.leftMinor ?? 0);
  if (movedMinor !== 0) {
    const other = desk.leftMinor === null ? 'cash_in_transit' : 'cash_differences';
    const posted = await postEntry(ctx, {
      kind: desk.leftMinor === null ? 'cash_moved' : 'cash_difference',
      key: `cash shift ${shift.id} opened`,
      occurredOn: await openDay(ctx, today(ctx)),
      currency: desk.currency,
      lines: [
        { side: { own: other }, amountMinor: movedMinor },
        { side: { own: 'cash' }, amountMinor: -movedMinor },
      ],
      facts: { shiftId: shift.id },
    });
    if (!posted.ok) return posted;
  }
  await emit(ctx, {
    type: 'billing.shift_opened',
    subject: { kind: 'cash_shift', id: shift.id },
    facts: { desk: desk.name, number: shift.number, openingMinor, differenceMinor },
  });
  return ok(shift);
}

/** The desk, if the actor may work there, with who does so now. */
async function lockDesk(ctx: Ctx, id: number): Promise<Desk | null> {
  const { rows } = await sql`
    select from cash_desks d join payment_sources p on p.id = d.source_id
    where  d.source_id = ${id} and p.is_enabled and ${worksAt(ctx)}
    for    update of d`.execute(ctx.db);
  if (rows.length === 0) return null;
  const [desk] = await readDesks(ctx, sql`d.source_id = ${id}`);
  return desk ?? null;
}

/** Desks that take cash, under a condition on `d`; they are few. */
export async function readDesks(
  ctx: Ctx,
  which: ReturnType<typeof sql>,
): Promise<(Desk & { place: string })[]> {
  // cash_shifts_desk_id_number_key (desk_id, number), cash_shifts_open_desk (desk_id)
  const { rows } = await sql<Desk & { place: string }>`
    select d.source_id as id, p.name, d.place, p.currency, w.name as cashier,
           (select s.counted_minor from cash_shifts s
            where  s.desk_id = d.source_id and s.ended_at is not null
            order  by s.number desc limit 1) as left_minor
    from   cash_desks d
    join   payment_sources p on p.id = d.source_id
    left   join cash_shifts o on o.desk_id = d.source_id and o.ended_at is null
    left   join staff w on w.id = o.staff_id
    where  p.is_enabled and ${which}
    order  by p.name`.execute(ctx.db);
  return rows;
}
