import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { SourceKind } from '../api/payment-kinds.ts';
import { type BillingPermission, reachesAccount } from '../reach.ts';

export type LockedPayment = {
  id: number;
  sourceId: number;
  sourceKind: SourceKind;
  accountId: number | null;
  subscriberId: number | null;
  amountMinor: number;
  returnedMinor: number;
  currency: string;
  state: 'credited' | 'unidentified' | 'returned';
};

/** A payment within reach, locked so that what is done with it is done one by one. */
export async function lockPayment(
  ctx: Ctx,
  id: number,
  permission: BillingPermission,
): Promise<Result<LockedPayment>> {
  // payments_pkey, payment_sources_pkey, accounts_pkey, subscribers_pkey
  const { rows } = await sql<LockedPayment>`
    select p.id, p.source_id, s.kind as source_kind, p.account_id, r.id as subscriber_id,
           p.amount_minor, p.returned_minor, p.currency, p.state
    from   payments p
    join   payment_sources s on s.id = p.source_id
    left   join accounts a on a.id = p.account_id
    left   join subscribers own on own.id = a.subscriber_id
    left   join subscribers r on r.id = own.root_id
    where  p.id = ${id} and ${reachesAccount(ctx, permission)}
    for    update of p`.execute(ctx.db);
  return rows[0] ? ok(rows[0]) : fail('billing.no_such_payment');
}
