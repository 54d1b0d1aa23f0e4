import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isUnderVeil, veiledNow } from '../../../kernel/veil.ts';
import type { doubtsApi } from '../../api/doubts.ts';
import { reachesAccount } from '../../reach.ts';

type Answer = z.input<(typeof doubtsApi)['GET /api/payment-doubts']['output']>;

const MOST = 100;

/** Lines in doubt that nobody has settled, the oldest first. */
export async function listDoubts(ctx: Ctx): Promise<Result<Answer>> {
  // payment_doubts_open (received_at, id), then primary keys
  const { rows } = await sql<Answer['doubts'][number]>`
    select d.id, s.name as source, s.currency, d.amount_minor, d.paid_at, d.document_number,
           d.payer, d.purpose, d.received_at,
           case when p.id is not null then jsonb_build_object(
             'source', ps.name, 'externalId', p.external_id, 'account', a.number,
             'payer', p.payer, 'purpose', p.purpose) end as like
    ${doubtsFrom}
    join   payment_sources s on s.id = d.source_id
    left   join payment_sources ps on ps.id = p.source_id
    where  ${await reachesDoubt(ctx)} and d.settled_at is null
    order  by d.received_at, d.id limit ${MOST}`.execute(ctx.db);
  return ok({ doubts: rows });
}

/** Doubts `d` with the payment `p` that each seems to be, and whose it is. */
export const doubtsFrom = sql`
    from   payment_doubts d
    left   join payments p on p.id = d.like_payment_id
    left   join accounts a on a.id = p.account_id
    left   join subscribers own on own.id = a.subscriber_id
    left   join subscribers r on r.id = own.root_id`;

/** As far as the payment that it seems to be; what is nobody's is seen by whoever sees all. */
export async function reachesDoubt(ctx: Ctx): Promise<RawBuilder<unknown>> {
  const veiled = await veiledNow(ctx);
  return sql`${reachesAccount(ctx, 'billing.payments')} and not ${isUnderVeil(veiled, sql`r.id`)}`;
}
