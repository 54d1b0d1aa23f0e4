import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { today } from '../../subscribers/index.ts';
import type { Stored } from '../deals/values.ts';

type Lost = Pick<Stored, 'id' | 'subscriberId' | 'lostReasonId'>;

/** Nobody drives to whom was lost: a visit that is still to come is called off with the reason. */
export async function callOffLost(
  ctx: Ctx,
  { id, subscriberId, lostReasonId }: Lost,
): Promise<void> {
  // visits_deal (deal_id) where cancelled_at is null; lost_reasons_pkey
  const { rows } = await sql<{ reason: string }>`
    update visits set cancelled_at = ${ctx.clock.now()},
           cancel_reason = coalesce((select name from lost_reasons where id = ${lostReasonId}), '—')
    where  deal_id = ${id} and cancelled_at is null and on_day >= ${today(ctx)}
    returning cancel_reason as reason`.execute(ctx.db);
  const [off] = rows;
  if (!off) return;
  await emit(ctx, {
    type: 'sales.visit_cancelled',
    subject: { kind: 'deal', id },
    subscriberId,
    facts: { number: id },
    personal: off,
  });
}
