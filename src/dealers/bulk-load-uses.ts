import { sql } from 'kysely';
import { bulkLoadPayments } from '../billing/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { must } from '../kernel/result.ts';
import { postEntries } from '../ledger/index.ts';
import { cardNumber } from './api/kinds.ts';
import { commissionEntry } from './cards/post-sale.ts';
import { commissionOfPayment, ratesOn } from './people/commissions.ts';

type Payer = { id: number; number: string };

/** A sold card that was activated. */
export type CardUse = {
  series: string;
  number: number;
  amountMinor: number;
  account: Payer;
  at: Date;
};

/** A subscriber's payment that a dealer, by its contract's number, has taken. */
export type TakenLoad = { contractNumber: string; amountMinor: number; account: Payer; at: Date };

/** Writes who activated which card, as history: of cards that were sold before. */
export async function bulkLoadCardUses(ctx: BulkCtx, uses: readonly CardUse[]): Promise<void> {
  const rows = uses.map(({ account, ...use }) => ({ ...use, accountId: account.id }));
  // card_batches_series_key, cards_pkey (batch_id, number)
  const { rows: used } = await sql`
    update cards c set state = 'activated', account_id = u."accountId", activated_at = u.at
    from   jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
             as u(series text, number int, "accountId" bigint, at timestamptz)
    join   card_batches b on b.series = u.series
    where  c.batch_id = b.id and c.number = u.number and c.state = 'sold'
    returning c.number`.execute(ctx.db);
  if (used.length < uses.length) throw new Error('a card was activated that nobody had bought');
  await bulkLoadPayments(
    ctx,
    uses.map(({ series, number, ...use }) => ({
      ...use,
      kind: 'cards',
      externalId: cardNumber(series, number),
    })),
  );
}

/** Writes what dealers took of subscribers, as history, and what they earned by it. */
export async function bulkLoadTaken(ctx: BulkCtx, taken: readonly TakenLoad[]): Promise<void> {
  const dealers = await ctx.db.selectFrom('dealers').select(['id', 'contractNumber']).execute();
  const ids = new Map(dealers.map(({ id, contractNumber }) => [contractNumber, id]));
  const noted = [];
  for (const { contractNumber, amountMinor, at } of taken) {
    const dealerId = ids.get(contractNumber);
    if (dealerId === undefined) throw new Error(`there is no contract ${contractNumber}`);
    const doneOn = at.toISOString().slice(0, 10);
    const rates = await ratesOn(ctx, dealerId, doneOn);
    const commissionMinor = commissionOfPayment(rates, amountMinor);
    noted.push({ dealerId, kind: 'taken', amountMinor, commissionMinor, doneOn, doneAt: at });
  }
  const made = await ctx.db.insertInto('dealerPayments').values(noted).returning('id').execute();
  const paymentIds = await bulkLoadPayments(
    ctx,
    taken.map(({ contractNumber, ...one }, nth) => ({
      ...one,
      kind: 'dealers',
      externalId: String(made[nth]?.id),
      dealerId: ids.get(contractNumber) ?? 0,
    })),
  );
  // dealer_payments_pkey
  await sql`
    update dealer_payments d set payment_id = u.payment_id
    from   unnest(${made.map(({ id }) => id)}::bigint[], ${paymentIds}::bigint[])
             as u (id, payment_id)
    where  d.id = u.id`.execute(ctx.db);
  const { currency } = ctx.operator;
  const earned = noted.map(({ dealerId, commissionMinor, doneOn, doneAt }, nth) => {
    const dealerPaymentId = made[nth]?.id;
    const key = `dealer took commission ${dealerPaymentId}`;
    const facts = { dealerPaymentId, dealerId };
    const entry = { key, dealerId, commissionMinor, occurredOn: doneOn, currency, facts };
    return { ...commissionEntry(entry), recordedAt: doneAt };
  });
  must(
    await postEntries(
      ctx,
      earned.filter(({ lines }) => lines.every(({ amountMinor }) => amountMinor !== 0)),
    ),
  );
}
