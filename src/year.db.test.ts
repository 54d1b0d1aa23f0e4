import { expect, test } from 'vitest';
import { plusDays } from './billing/testing/charging-model.ts';
import { isProof, patienceMs, runs } from './testing/proof.ts';
import { randomOf } from './testing/random.ts';
import {
  compareAll,
  compareBalances,
  compareLedger,
  compareStatements,
} from './testing/year/compare.ts';
import { Story } from './testing/year/story.ts';
import { openTill } from './testing/year/till.ts';
import { Year } from './testing/year/year.ts';

type Length = { accounts: number; days: number; deedsDaily: number; mostSkipped: number };

/**
 * Lives so many days from the first of January on. Nights may be skipped, as where the server stood
 * still: the next one makes up for them.
 * @returns a hash of all balances, charges and months of the accounts
 */
async function live(seed: string, length: Length, shown: number): Promise<string> {
  const { accounts, days, deedsDaily, mostSkipped } = length;
  const year = await Year.begin(seed, accounts);
  try {
    const till = await openTill(year, Math.ceil(days / 4));
    const random = randomOf(seed, 0);
    const opening = year.people
      .filter(() => random.chance(0.7))
      .map((account) => ({ account, amountMinor: random.between(-20_000, 90_000) }));
    await year.register('opening_balances', opening);
    for (const { account, amountMinor } of opening) {
      year.move(account, amountMinor, 'opening_balances');
    }
    const story = new Story(year, till, deedsDaily);
    const last = plusDays('2026-01-01', days);
    for (
      let day = '2026-01-01';
      day < last;
      day = plusDays(day, random.between(1, 1 + mostSkipped))
    ) {
      await story.live(day);
      await compareBalances(year);
      if (isProof && day.endsWith('-01')) process.stderr.write(`${seed}: ${day} stands\n`);
    }
    // The first of the month after: what is paid afterwards is due.
    await story.live(last);
    year.world.clock.advance({ seconds: 3600 });
    await year.run();
    const hash = await compareAll(year);
    await compareLedger(year);
    await year.run();
    expect(await compareAll(year)).toBe(hash);
    await compareStatements(year, year.people.slice(0, shown));
    return hash;
  } finally {
    await year.world.close();
  }
}

test(
  'after a year of every tariff, payment and change each account stands where the rules say',
  async () => {
    const small = { accounts: 60, days: 70, deedsDaily: 5, mostSkipped: 6 };
    const full = { accounts: 100_000, days: 365, deedsDaily: 60, mostSkipped: 0 };
    const length = isProof ? full : small;
    expect(await live('year 2026', length, runs(6, 50))).toHaveLength(64);
  },
  patienceMs(240),
);

test(
  'the same months lived twice come to the same',
  async () => {
    const length = { accounts: runs(12, 3000), days: runs(32, 365), deedsDaily: 3, mostSkipped: 9 };
    expect(await live('twice', length, 3)).toBe(await live('twice', length, 3));
  },
  patienceMs(120),
);
