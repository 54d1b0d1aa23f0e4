import {
  bulkLoadCardUses,
  bulkLoadTaken,
  cardNumber,
  type CardUse,
  type TakenLoad,
} from '../dealers/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { loadEvents, type PastEvent } from '../kernel/events/load-events.ts';
import type { ChunkInput, Written } from './chunk.ts';
import { randomOf } from './random.ts';
import { dealersOf } from './write-dealers.ts';

const DAY_MS = 86_400_000;
/** Of so many cards that were sold one is activated. */
const EVERY = 3;
const PAYMENTS = 8;

type Payer = { account: { id: number; number: string }; subscriberId: number };
/** What the first chunk's people paid at dealers, and by their cards. */
export type DemoUses = { cards: (CardUse & Payer)[]; taken: (TakenLoad & Payer & Dealer)[] };
type Dealer = { dealer: string };

/** Whoever pays so has it beside all other payments: what stood before them is less by it. */
export function usesOf({ chunk, seed, today }: ChunkInput, written: readonly Written[]): DemoUses {
  const uses: DemoUses = { cards: [], taken: [] };
  if (chunk > 0) return uses;
  const random = randomOf(`${seed} card uses`, 0);
  const { batches, dealers } = dealersOf({ seed, today });
  const values = new Map(batches.map(({ series, valueMinor }) => [series, valueMinor]));
  const payers = written
    .filter(({ person }) => !person.life.left && person.account.state === 'active')
    .map(({ person, subscriberId, accountId }) => ({
      account: { id: accountId, number: person.account.number },
      subscriberId,
      joinedAt: person.life.joinedAt,
    }));
  if (payers.length === 0) return uses;
  const oneAt = (at: Date): Payer | null => {
    const { joinedAt, ...payer } = random.pick(payers);
    return at > today || at < joinedAt ? null : payer;
  };
  for (const { name: dealer, contractNumber, deeds } of dealers) {
    for (const { series, kind, firstNumber, lastNumber, at: soldAt } of deeds) {
      if (kind !== 'sold') continue;
      for (let number = firstNumber; number <= lastNumber; number += EVERY) {
        const at = new Date(soldAt.getTime() + random.between(1, 30 * 24) * (DAY_MS / 24));
        const payer = oneAt(at);
        if (payer) {
          uses.cards.push({ ...payer, series, number, amountMinor: values.get(series) ?? 0, at });
        }
      }
    }
    for (let nth = 0; nth < PAYMENTS; nth++) {
      const at = new Date(today.getTime() - random.between(1, 60 * 24) * (DAY_MS / 24));
      const amountMinor = random.between(2, 12) * 10_000;
      const payer = oneAt(at);
      if (payer) uses.taken.push({ ...payer, contractNumber, dealer, amountMinor, at });
    }
  }
  return uses;
}

export async function writeUses(ctx: BulkCtx, { cards, taken }: DemoUses): Promise<void> {
  if (cards.length > 0) await bulkLoadCardUses(ctx, cards);
  if (taken.length > 0) await bulkLoadTaken(ctx, taken);
  await loadEvents(ctx, eventsOf({ cards, taken }));
}

/** What stands of it on the timelines. */
function eventsOf({ cards, taken }: DemoUses): PastEvent[] {
  const past = ({ account, subscriberId, at }: Payer & { at: Date }) => ({
    occurredAt: at,
    recordedAt: at,
    subjectKind: 'account',
    subjectId: account.id,
    subscriberId,
  });
  const currency = 'RUB';
  return [
    ...cards.map((use) => ({
      ...past(use),
      type: 'dealers.card_activated',
      facts: {
        card: cardNumber(use.series, use.number),
        account: use.account.number,
        amountMinor: use.amountMinor,
        currency,
      },
    })),
    ...taken.map((one) => ({
      ...past(one),
      type: 'dealers.payment_taken',
      facts: {
        account: one.account.number,
        amountMinor: one.amountMinor,
        currency,
        dealer: one.dealer,
      },
    })),
  ];
}
