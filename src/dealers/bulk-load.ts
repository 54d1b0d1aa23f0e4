import { makeRange } from './batches/make-range.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { must } from '../kernel/result.ts';
import { moveCards } from './cards/move-cards.ts';
import { postSale } from './cards/post-sale.ts';
import { postPaidIn } from './money/post-paid-in.ts';
import { commissionOfCard, ratesOn } from './people/commissions.ts';
import { today } from '../subscribers/index.ts';

export type BatchLoad = {
  series: string;
  cards: number;
  valueMinor: number;
  validUntil: string;
  createdAt: Date;
};

export type DealerLoad = {
  name: string;
  contractNumber: string;
  contractOn: string;
  creditLimitMinor: number;
  /** Hundredths of a percent of a card, and of a payment that is taken. */
  rates: { card: number; payment: number };
  deeds: readonly {
    series: string;
    kind: 'given' | 'returned' | 'sold';
    firstNumber: number;
    lastNumber: number;
    at: Date;
  }[];
  paidIn: readonly { amountMinor: number; way: 'cash' | 'bank'; document: string; at: Date }[];
};

type Batch = BatchLoad & { id: number; currency: string };

/** Writes batches of cards, and dealers with what they did; no event tells of it, it is history. */
export async function bulkLoadDealers(
  ctx: BulkCtx,
  batches: readonly BatchLoad[],
  dealers: readonly DealerLoad[],
): Promise<void> {
  const made = new Map<string, Batch>();
  for (const batch of batches) {
    const { id } = await ctx.db
      .insertInto('cardBatches')
      .values({ ...batch, currency: ctx.operator.currency, made: batch.cards })
      .returning('id')
      .executeTakeFirstOrThrow();
    await makeRange(ctx, id, { first: 1, last: batch.cards });
    made.set(batch.series, { ...batch, id, currency: ctx.operator.currency });
  }
  const steps: { at: Date; run: (then: BulkCtx) => Promise<void> }[] = [];
  for (const { deeds, paidIn, ...dealer } of dealers) {
    const id = await loadDealer(ctx, dealer);
    for (const { series, at, ...deed } of deeds) {
      const batch = made.get(series);
      if (!batch) throw new Error(`there is no series ${series}`);
      steps.push({ at, run: (then) => doDeed(then, batch, { ...deed, dealerId: id }) });
    }
    for (const { at, ...paid } of paidIn) {
      const to = { id, currency: ctx.operator.currency };
      steps.push({ at, run: async (then) => void must(await postPaidIn(then, to, paid)) });
    }
  }
  // In the order of their time, whoever's they are: so they are numbered, too.
  for (const { at, run } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await run({ ...ctx, clock: { now: () => at } });
  }
}

async function loadDealer(
  ctx: BulkCtx,
  { rates, ...contract }: Omit<DealerLoad, 'deeds' | 'paidIn'>,
): Promise<number> {
  const { id } = await ctx.db
    .insertInto('dealers')
    .values({ ...contract, currency: ctx.operator.currency, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const rate = { dealerId: id, fromOn: contract.contractOn, createdAt: ctx.clock.now() };
  await ctx.db
    .insertInto('dealerCommissions')
    .values([
      { ...rate, kind: 'card_percent', basisPoints: rates.card },
      { ...rate, kind: 'payment_percent', basisPoints: rates.payment },
    ])
    .execute();
  return id;
}

type Deed = Omit<DealerLoad['deeds'][number], 'series' | 'at'> & { dealerId: number };

async function doDeed(
  ctx: BulkCtx,
  { id, valueMinor, currency }: Batch,
  deed: Deed,
): Promise<void> {
  const rates = await ratesOn(ctx, deed.dealerId, today(ctx));
  const commissionMinor = commissionOfCard(rates, valueMinor);
  const islands = await moveCards(ctx, { ...deed, batchId: id, commissionMinor });
  if (deed.kind !== 'sold') return;
  for (const island of islands) {
    must(await postSale(ctx, { valueMinor, currency }, island, 'sold'));
  }
}
