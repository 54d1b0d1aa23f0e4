import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { copyRows } from '../../kernel/db/copy.ts';
import { reserveIds } from '../../kernel/db/reserve-ids.ts';
import { must } from '../../kernel/result.ts';
import { postEntries } from '../../ledger/index.ts';
import { paymentEntry } from './payment-entry.ts';
import { innerSource } from './inner-source.ts';

/** A payment of the past that a base brings, by a card or in a dealer's hands. */
export type PaymentLoad = {
  kind: 'cards' | 'dealers';
  externalId: string;
  account: { id: number; number: string };
  amountMinor: number;
  at: Date;
  dealerId?: number;
};

const columns = `id source_id external_id account_id account_given amount_minor currency paid_at
  received_at state transaction_id`.split(/\s+/);

/**
 * Writes them through COPY, posted on their days. They are history: no event tells of them, and
 * nobody's service comes back by them.
 * @returns their ids, in the order given
 */
export async function bulkLoadPayments(
  ctx: BulkCtx,
  payments: readonly PaymentLoad[],
): Promise<number[]> {
  const { currency } = ctx.operator;
  const sources = {
    cards: await innerSource(ctx, 'cards', currency),
    dealers: await innerSource(ctx, 'dealers', currency),
  };
  const ids = await reserveIds(ctx, 'payments', payments.length);
  const posted = must(
    await postEntries(
      ctx,
      payments.map(({ kind, at, ...payment }, nth) => ({
        ...paymentEntry({
          ...payment,
          id: ids[nth] ?? 0,
          source: sources[kind],
          occurredOn: at.toISOString().slice(0, 10),
        }),
        recordedAt: at,
      })),
    ),
  );
  await copyRows(
    ctx.client,
    'payments',
    columns,
    payments.map(({ kind, externalId, account, amountMinor, at }, nth) => [
      ids[nth],
      sources[kind].id,
      externalId,
      account.id,
      account.number,
      amountMinor,
      currency,
      at,
      at,
      'credited',
      posted[nth]?.transactionId,
    ]),
  );
  return ids;
}
