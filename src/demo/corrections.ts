import type { CorrectionLoad } from '../billing/index.ts';
import type { ContactOf, Written } from './chunk.ts';
import type { DemoContact } from './life.ts';

/** What becomes of one proposal after another, so that each end is to be seen. */
const ends: readonly CorrectionLoad['state'][] = [
  'proposed',
  'posted',
  'refused',
  'proposed',
  'reversed',
  'withdrawn',
];

/** So many of the chunk's latest tickets ask for money back. */
const COUNT = 18;
const DAYS = 3;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type DemoCorrection = Pick<CorrectionLoad, 'kind' | 'amountMinor' | 'state'> & {
  accountId: number;
  subscriberId: number;
  /** The ticket's place among the chunk's. */
  at: number;
  contact: DemoContact;
  proposedAt: Date;
  decidedAt: Date | null;
};

/**
 * Corrections behind the latest tickets of those who had no connection and are still here: for
 * three days, or the whole of the last charge.
 */
export function correctionsOf(
  tickets: readonly ContactOf[],
  written: readonly Written[],
  today: Date,
): DemoCorrection[] {
  const holders = new Map(written.map((one) => [one.subscriberId, one]));
  const latest = tickets
    .map((ticket, at) => ({ ...ticket, at }))
    .filter(({ contact }) => contact.topic === 'Нет интернета')
    .toSorted((a, b) => b.contact.at.getTime() - a.contact.at.getTime() || a.at - b.at);
  const asked = new Map<number, DemoCorrection>();
  for (const { contact, subscriberId, at } of latest) {
    const holder = holders.get(subscriberId);
    const charge = holder?.person.life.charges.at(-1);
    if (!holder || holder.person.life.left || !charge || asked.has(subscriberId)) continue;
    const isWhole = asked.size % 4 === 3;
    const proposedAt = new Date(contact.at.getTime() + HOUR_MS);
    if (proposedAt > today) continue;
    const decidedAt = new Date(contact.at.getTime() + DAY_MS);
    const state = decidedAt > today ? 'proposed' : (ends[asked.size % ends.length] ?? 'proposed');
    asked.set(subscriberId, {
      accountId: holder.accountId,
      subscriberId,
      at,
      contact,
      kind: isWhole ? 'refund' : 'compensation',
      amountMinor: isWhole ? charge.amountMinor : Math.round((charge.amountMinor * DAYS) / 30),
      state,
      proposedAt,
      decidedAt: state === 'proposed' ? null : decidedAt,
    });
    if (asked.size === COUNT) break;
  }
  return [...asked.values()];
}

/** The days that a compensation is for: from the complaint on. */
export function daysOf({ contact }: DemoCorrection): { fromOn: string; toOn: string } {
  const day = (offset: number): string =>
    new Date(contact.at.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  return { fromOn: day(0), toOn: day(DAYS - 1) };
}
