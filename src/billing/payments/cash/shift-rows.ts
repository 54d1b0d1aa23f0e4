import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import type { Shift } from '../../api/cash.ts';

export type ShiftRow = z.input<typeof Shift>;

/** What moved in the shift `s`, as `m`: a shift has hundreds of operations. */
const moved = sql`
  cross join lateral (
    select count(*) filter (where o.kind = 'payment') as payments,
           coalesce(sum(o.amount_minor) filter (where o.kind = 'payment'), 0)::bigint
             as payments_minor,
           count(*) filter (where o.kind = 'return') as returns,
           coalesce(sum(o.amount_minor) filter (where o.kind = 'return'), 0)::bigint
             as returns_minor,
           coalesce(sum(o.amount_minor) filter (where o.kind = 'in'), 0)::bigint as in_minor,
           coalesce(sum(o.amount_minor) filter (where o.kind = 'out'), 0)::bigint as out_minor
    from   cash_operations o where o.shift_id = s.id) m`;

/** Shifts `s` with their sums, under a condition on them. */
export async function readShifts(ctx: Ctx, which: RawBuilder<unknown>): Promise<ShiftRow[]> {
  // cash_operations_shift_id_number_key (shift_id, number), then primary keys
  const { rows } = await sql<ShiftRow>`
    select s.id, s.number, w.name as cashier,
           s.staff_id is not distinct from ${staffIdOf(ctx.actor)}::bigint as is_mine,
           jsonb_build_object('id', d.source_id, 'name', p.name, 'place', d.place,
                              'currency', p.currency) as desk,
           s.opened_at, s.opening_minor, s.opening_difference_minor, s.opening_words, s.ended_at,
           e.name as ended_by, s.counted_minor, s.counted_minor - s.expected_minor as difference_minor,
           s.words, m.*,
           s.opening_minor + m.payments_minor - m.returns_minor + m.in_minor - m.out_minor
             as expected_minor
    from   cash_shifts s
    join   cash_desks d on d.source_id = s.desk_id
    join   payment_sources p on p.id = d.source_id
    join   staff w on w.id = s.staff_id
    left   join staff e on e.id = s.ended_by ${moved}
    where  ${which}`.execute(ctx.db);
  return rows;
}

/** The shift's number and that of an operation in it, as a receipt shows them. */
export const receiptOf = (shiftNumber: number, number: number): string =>
  `${shiftNumber}-${number}`;
