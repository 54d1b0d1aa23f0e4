import { type BatchLoad, bulkLoadDealers, type DealerLoad } from '../dealers/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { dateOnly } from './months.ts';
import { randomOf } from './random.ts';
import type { DemoPlan } from './subscriber-at.ts';

const DAY_MS = 86_400_000;
const CARDS = 400;
/** A dealer is given so many cards at a time. */
const HANDFUL = 40;

/** What part of its sales a dealer has handed over, and how many days ago. */
const instalments = [
  { days: 60, share: 0.4 },
  { days: 25, share: 0.3 },
  { days: 4, share: 0.1 },
];

const shops = [
  { name: 'Салон «Связь на Мира»', creditLimitMinor: 3_000_000, given: 3, soldShare: 0.9 },
  { name: 'ИП Гордеев, киоск у вокзала', creditLimitMinor: 1_500_000, given: 2, soldShare: 0.6 },
  { name: 'Почта района', creditLimitMinor: 5_000_000, given: 3, soldShare: 0.35 },
  { name: 'Магазин «Уют»', creditLimitMinor: 1_000_000, given: 1, soldShare: 1 },
];

/** Writes who sells internet cards, what they hold and sold, and what money they handed over. */
export async function writeDealers(ctx: BulkCtx, plan: DemoPlan): Promise<void> {
  const { batches, dealers } = dealersOf(plan);
  await bulkLoadDealers(ctx, batches, dealers);
}

export function dealersOf(plan: Pick<DemoPlan, 'seed' | 'today'>): {
  batches: BatchLoad[];
  dealers: DealerLoad[];
} {
  const ago = (days: number): Date => new Date(plan.today.getTime() - days * DAY_MS);
  const batch = (series: string, valueMinor: number, days: number): BatchLoad => ({
    series,
    cards: CARDS,
    valueMinor,
    validUntil: dateOnly(new Date(plan.today.getTime() + 400 * DAY_MS)),
    createdAt: ago(days),
  });
  const [small, large] = [batch('А30', 30_000, 120), batch('Б50', 50_000, 100)];
  let next = 1;
  const dealers = shops.map(({ given, soldShare, ...shop }, at): DealerLoad => {
    const random = randomOf(`${plan.seed} dealer`, at);
    const handfuls = Array.from({ length: given }, (_, nth) => {
      const from = next + nth * HANDFUL;
      const { series, valueMinor } = at % 2 === nth % 2 ? small : large;
      const sold = Math.round(HANDFUL * soldShare);
      return { series, valueMinor, from, sold, at: 90 - nth * 28 - random.between(0, 6) };
    });
    next += given * HANDFUL;
    const worth = handfuls.reduce((sum, one) => sum + one.sold * one.valueMinor, 0);
    return {
      ...shop,
      contractNumber: `Д-${at + 11}`,
      contractOn: dateOnly(ago(200 - at * 20)),
      rates: { card: 500 + at * 50, payment: 150 },
      deeds: handfuls.flatMap(({ series, from, sold, at: days }) => [
        { series, kind: 'given', firstNumber: from, lastNumber: from + HANDFUL - 1, at: ago(days) },
        {
          series,
          kind: 'sold',
          firstNumber: from,
          lastNumber: from + sold - 1,
          at: ago(days - random.between(2, 14)),
        },
      ]),
      paidIn: instalments.map(({ days, share }, nth) => ({
        amountMinor: Math.round((worth * share) / 10_000) * 10_000,
        way: random.chance(0.5) ? 'cash' : 'bank',
        document: `ПКО ${at * 10 + nth + 101}`,
        at: ago(days),
      })),
    };
  });
  return { batches: [small, large], dealers };
}
