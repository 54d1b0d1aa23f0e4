import { bulkLoadDebts } from '../billing/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import type { Written } from './chunk.ts';
import type { DemoLife } from './life.ts';
import { monthStart } from './months.ts';

/** Writes down since when those are short of money who are. */
export async function writeDebts(
  ctx: BulkCtx,
  written: readonly Written[],
  today: Date,
): Promise<void> {
  const debts = written.flatMap(({ accountId, person: { life } }) => {
    const sinceAt = life.left ? null : shortSince(life, today);
    return sinceAt ? [{ accountId, sinceAt }] : [];
  });
  await bulkLoadDebts(ctx, debts, today);
}

/** The charge since which a balance is below zero to this day; null where it is not. */
function shortSince({ charges, payments, balanceMinor }: DemoLife, today: Date): Date | null {
  if (balanceMinor >= 0) return null;
  const moves = [
    ...charges.map(({ monthsAgo, amountMinor }) => ({
      at: monthStart(today, monthsAgo),
      minor: -amountMinor,
    })),
    ...payments.map(({ at, amountMinor }) => ({ at, minor: amountMinor })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  let standing = balanceMinor;
  let since = moves[0]?.at ?? today;
  for (const { at, minor } of moves) {
    if (standing >= 0) break;
    since = at;
    standing -= minor;
  }
  return since;
}
