import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../../kernel/api/cursor.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { isUnderVeil, veiledNow } from '../../../kernel/veil.ts';
import type { CashOperation, cashApi } from '../../api/cash.ts';
import { reachesShift, showShift } from './list-shifts.ts';
import { readShifts } from './shift-rows.ts';

type Row = z.input<typeof CashOperation>;
type Input = z.output<(typeof cashApi)['GET /api/cash/shifts/{id}/operations']['input']>;
type Shown = z.input<(typeof cashApi)['GET /api/cash/operations/{id}']['output']>;

/** A page of what moved in a shift, the latest first. */
export async function listOperations(
  ctx: Ctx,
  { id, cursor, limit }: Input,
): Promise<Result<{ operations: Row[]; nextCursor: string | null }>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const shift = await showShift(ctx, { id });
  if (!shift.ok) return shift;
  // cash_operations_shift_id_number_key (shift_id, number)
  const before = place.value === null ? sql`true` : sql`o.number < ${place.value[0]}`;
  const rows = await readOperations(
    ctx,
    sql`o.shift_id = ${id} and ${before} order by o.number desc limit ${limit + 1}`,
  );
  const operations = rows.slice(0, limit);
  const last = rows.length > limit ? operations.at(-1) : undefined;
  const number = Number(last?.receipt.split('-')[1]);
  return ok({ operations, nextCursor: last ? makeCursor([number]) : null });
}

/** One operation within reach, with its shift, for its receipt. */
export async function showOperation(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  const [operation] = await readOperations(ctx, sql`o.id = ${id} and ${reachesShift(ctx)}`);
  if (!operation) return fail('billing.no_such_operation');
  const [shift] = await readShifts(ctx, sql`s.id = ${operation.shiftId}`);
  if (!shift) throw new Error('an operation is of a shift');
  return ok({ ...operation, operator: ctx.operator.name, shift });
}

async function readOperations(ctx: Ctx, which: RawBuilder<unknown>): Promise<Row[]> {
  const veiled = await veiledNow(ctx);
  const isVeiled = isUnderVeil(veiled, sql`r.id`);
  // primary keys beside the index of the condition; payment_returns_payment (payment_id, id)
  const { rows } = await sql<Row>`
    select o.id, o.shift_id, s.number || '-' || o.number as receipt, o.kind, o.amount_minor,
           c.currency, o.given_minor, o.done_at, o.payment_id, a.id as account_id,
           a.number as account, o.words,
           case when ${isVeiled} then '' else coalesce(p.payer, '') end as payer,
           coalesce(p.amount_minor - p.returned_minor, 0) as left_minor,
           case when ${isVeiled} then '' else r.display_name end as holder
    from   cash_operations o
    join   cash_shifts s on s.id = o.shift_id
    join   payment_sources c on c.id = s.desk_id
    left   join payments p on p.id = o.payment_id
    left   join accounts a on a.id = p.account_id
    left   join subscribers own on own.id = a.subscriber_id
    left   join subscribers r on r.id = own.root_id
    where  ${which}`.execute(ctx.db);
  return rows;
}
