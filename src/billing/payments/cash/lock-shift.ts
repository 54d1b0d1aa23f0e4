import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Source } from '../source.ts';

export type OpenShift = {
  id: number;
  number: number;
  source: Pick<Source, 'id' | 'kind' | 'currency'>;
};

/**
 * The actor's own open shift, locked: what moves in one desk moves one after another, so that its
 * cash is known at every step.
 */
export async function lockShift(ctx: Ctx): Promise<Result<OpenShift>> {
  // cash_shifts_open_staff (staff_id), payment_sources_pkey
  const { rows } = await sql<OpenShift>`
    select s.id, s.number,
           jsonb_build_object('id', p.id, 'kind', p.kind, 'currency', p.currency) as source
    from   cash_shifts s join payment_sources p on p.id = s.desk_id
    where  s.staff_id = ${staffIdOf(ctx.actor)} and s.ended_at is null
    for    update of s`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('billing.no_open_shift');
}
