import type { BulkCtx } from '../kernel/db/bulk.ts';
import { must } from '../kernel/result.ts';
import { type Batch, postBatches } from '../ledger/index.ts';
import type { ChunkInput, Written } from './chunk.ts';
import type { DemoCorrection } from './corrections.ts';
import { usesOf, writeUses } from './card-uses.ts';
import { dateOnly, MONTHS, monthStart } from './months.ts';
import type { DemoSubscriber } from './subscriber-at.ts';
import { writeDebts } from './write-debts.ts';
import { writeUsage } from './write-usage.ts';

/**
 * A month's charges and its payments are one ledger transaction each; who is short of money in the
 * end stands among the debtors. Of the first chunk some lines were measured.
 * @returns lines posted
 */
export async function postMoney(
  ctx: BulkCtx,
  input: ChunkInput,
  written: readonly Written[],
  corrections: readonly DemoCorrection[],
): Promise<number> {
  const uses = usesOf(input, written);
  const given = new Map<number, number>();
  const give = (accountId: number, amountMinor: number): void =>
    void given.set(accountId, (given.get(accountId) ?? 0) + amountMinor);
  for (const { state, accountId, amountMinor } of corrections) {
    if (state === 'posted') give(accountId, amountMinor);
  }
  for (const { account, amountMinor } of [...uses.cards, ...uses.taken]) {
    give(account.id, amountMinor);
  }
  const opening = written.map((one) => ({
    accountId: one.accountId,
    amountMinor: openingOf(one.person) - (given.get(one.accountId) ?? 0),
  }));
  const batches = [batchOf(input, 'opening_balances', MONTHS, opening)];
  for (let monthsAgo = MONTHS - 1; monthsAgo >= 0; monthsAgo--) {
    const charges = written.flatMap(({ accountId, person }) =>
      person.life.charges
        .filter((charge) => charge.monthsAgo === monthsAgo)
        .map((charge) => ({ accountId, amountMinor: -charge.amountMinor })),
    );
    const payments = written.flatMap(({ accountId, person }) =>
      person.life.payments
        .filter((payment) => payment.monthsAgo === monthsAgo)
        .map((payment) => ({ accountId, amountMinor: payment.amountMinor })),
    );
    batches.push(
      batchOf(input, 'monthly_charges', monthsAgo, charges),
      batchOf(input, 'payments', monthsAgo, payments),
    );
  }
  must(await postBatches(ctx, batches));
  await writeUses(ctx, uses);
  await writeDebts(ctx, written, input.today);
  if (input.chunk === 0) await writeUsage(ctx, input.seed, written, input.today);
  return batches.reduce((sum, batch) => sum + batch.lines.length, 0);
}

const counterparts = {
  opening_balances: 'opening_balances',
  monthly_charges: 'revenue',
  payments: 'gateway',
} as const;

function batchOf(
  input: ChunkInput,
  kind: keyof typeof counterparts,
  monthsAgo: number,
  lines: Batch['lines'],
): Batch {
  const occurredAt = monthStart(input.today, monthsAgo);
  return {
    kind,
    key: `demo ${kind} ${dateOnly(occurredAt)} part ${input.chunk}`,
    occurredOn: dateOnly(occurredAt),
    currency: 'RUB',
    counterpart: counterparts[kind],
    lines,
    recordedAt: occurredAt,
  };
}

/** What stood on the account before the first month: the balance of today less what moved. */
function openingOf(person: DemoSubscriber): number {
  const { life } = person;
  const charged = life.charges.reduce((sum, one) => sum + one.amountMinor, 0);
  const paid = life.payments.reduce((sum, one) => sum + one.amountMinor, 0);
  return life.balanceMinor + charged - paid;
}
