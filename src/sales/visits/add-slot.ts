import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';

type Hours = {
  district: string;
  weekday: number;
  fromMinute: number;
  toMinute: number;
  seats: number;
};

/** Adds hours in which somebody can come; the same hours stand once. */
export async function addSlot(ctx: Ctx, hours: Hours): Promise<Result<{ id: number }>> {
  const { district, weekday, fromMinute, toMinute, seats } = hours;
  if (fromMinute >= toMinute) {
    return fail('sales.wrong_hours', {}, { toMinute: 'sales.wrong_hours' });
  }
  // visit_slots_hours (district, weekday, from_minute) where archived_at is null
  const { rows } = await sql<{ id: number }>`
    insert into visit_slots (district, weekday, from_minute, to_minute, seats)
    values (${district}, ${weekday}, ${fromMinute}, ${toMinute}, ${seats})
    on conflict (district, weekday, from_minute) where archived_at is null do nothing
    returning id`.execute(ctx.db);
  const [made] = rows;
  if (!made) return fail('sales.slot_taken', {}, { fromMinute: 'sales.slot_taken' });
  const subject = { kind: 'visit_slot', id: made.id };
  await emit(ctx, { type: 'sales.visit_slot_added', subject, facts: hours });
  return ok(made);
}

/** Takes hours out of use; visits that are booked there stay. */
export async function removeSlot(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const { numAffectedRows } = await sql`
    update visit_slots set archived_at = ${ctx.clock.now()}
    where  id = ${id} and archived_at is null`.execute(ctx.db);
  if (numAffectedRows === 0n) return fail('sales.no_such_slot');
  await emit(ctx, { type: 'sales.visit_slot_removed', subject: { kind: 'visit_slot', id } });
  return ok({});
}
