import { describe, expect, test } from 'vitest';
import { monthOf } from '../../kernel/month-of.ts';
import { runs } from '../../testing/proof.ts';
import { type Random, randomOf } from '../../testing/random.ts';
import { sumEstimates } from './estimate-loss.ts';
import { processKeys } from './process.ts';
import { processes } from './processes.ts';
import type { CountedCell } from './read-cells.ts';
import { sumProcess } from './sum-process.ts';

const COUNTED_ON = '2026-03-02';
const MONTHS = 12;
const FEES = [45_000, 60_000, 60_000, 75_000, 120_000];
const MEAN_FEE = 72_000;

/** Of so many persons one stands in an earlier process already. */
const TWICE = 0.25;

type World = { cells: CountedCell[]; ownTruth: number; onceTruth: number };

/**
 * Contacts of a year of which the truth is known. Strata are thin and unlike: where more goes wrong
 * fewer would buy or stay anyway, so that all thrown together look worse than they are; some lose
 * nothing at all.
 */
function drawn(random: Random, outcome: 'bought' | 'stayed', strata: number): World {
  const world: World = { cells: [], ownTruth: 0, onceTruth: 0 };
  // The latest month of which the outcome is known: a month, or three, before the count.
  const last = outcome === 'bought' ? '2025-12-01' : '2025-11-01';
  for (let at = 0; at < strata; at += 1) {
    const wrongShare = 0.2 + 0.6 * random.next();
    const right = (outcome === 'bought' ? 0.55 : 0.97) - 0.4 * wrongShare;
    const wrong = random.chance(0.3) ? right : right * (0.5 + 0.4 * random.next());
    for (let back = 0; back < MONTHS; back += 1) {
      const cell = emptyCell(monthOf(last, -back));
      const contacts = random.between(4, 40);
      for (let one = 0; one < contacts; one += 1) {
        const isWrong = random.chance(wrongShare);
        const isGood = random.chance(isWrong ? wrong : right);
        const fee = random.pick(FEES);
        add(cell, { isWrong, isGood, fee });
        if (!isWrong) continue;
        const lost = (right - wrong) * (outcome === 'bought' ? MEAN_FEE : fee);
        world.ownTruth += lost / MONTHS;
        if (random.chance(TWICE)) continue;
        world.onceTruth += lost / MONTHS;
        cell.onceKnown += 1;
        cell.onceMinor += fee;
      }
      world.cells.push(cell);
    }
  }
  return world;
}

function emptyCell(month: string): CountedCell {
  return {
    process: 'callbacks',
    month,
    contacts: 0,
    wrong: 0,
    wrongKnown: 0,
    wrongGood: 0,
    rightKnown: 0,
    rightGood: 0,
    worthMinor: 0,
    bought: 0,
    boughtMinor: 0,
    boughtSquares: 0,
    onceKnown: 0,
    onceMinor: 0,
  };
}

type Contact = { isWrong: boolean; isGood: boolean; fee: number };

function add(cell: CountedCell, { isWrong, isGood, fee }: Contact): void {
  cell.contacts += 1;
  if (isWrong) {
    cell.wrong += 1;
    cell.wrongKnown += 1;
    cell.worthMinor += fee;
  } else cell.rightKnown += 1;
  if (!isGood) return;
  if (isWrong) cell.wrongGood += 1;
  else cell.rightGood += 1;
  cell.bought += 1;
  cell.boughtMinor += fee;
  cell.boughtSquares += fee ** 2;
}

/** So many worlds of each process. */
const SEEDS = runs(40, 200);
/** So often 95 % bounds hold the truth at least, as chance gives in 999 of 1000 cases. */
const least = (tries: number): number => 0.95 - 3.29 * Math.sqrt((0.95 * 0.05) / tries);
const holds = ({ low, high }: { low: number; high: number }, truth: number): number =>
  low <= truth && truth <= high ? 1 : 0;

describe('the bounds of each process hold what was truly lost', () => {
  test.each(processKeys.map((key, at) => [key, at + 3] as const))('%s', (key, strata) => {
    const process = processes[key];
    const held = { own: 0, once: 0, together: 0 };
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const world = drawn(randomOf(`lost by ${key}`, seed), process.outcome, strata);
      const { loss, spread } = sumProcess(process, world.cells, COUNTED_ON, MONTHS);
      expect(loss).not.toBeNull();
      expect(spread).toBe(MONTHS);
      if (!loss) continue;
      held.own += holds(loss.own, world.ownTruth * MONTHS);
      held.once += holds(loss.once, world.onceTruth * MONTHS);
      const crude = sumProcess(process, [together(world.cells)], COUNTED_ON, MONTHS).loss;
      held.together += crude ? holds(crude.own, world.ownTruth * MONTHS) : 0;
    }
    expect(held.own / SEEDS).toBeGreaterThanOrEqual(least(SEEDS));
    expect(held.once / SEEDS).toBeGreaterThanOrEqual(least(SEEDS));
    // Without strata they would not.
    expect(held.together).toBeLessThan(held.own);
  });
});

test('and those of the sum what all lost together', () => {
  let held = 0;
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const parts = processKeys.map((key, at) => {
      const process = processes[key];
      const world = drawn(randomOf(`lost by ${key}`, seed), process.outcome, at + 3);
      const { loss } = sumProcess(process, world.cells, COUNTED_ON, MONTHS);
      return { told: loss?.once ?? { minor: 0, low: 0, high: 0 }, truth: world.onceTruth * MONTHS };
    });
    const sum = sumEstimates(parts.map(({ told }) => told));
    held += holds(
      sum,
      parts.reduce((all, { truth }) => all + truth, 0),
    );
  }
  expect(held / SEEDS).toBeGreaterThanOrEqual(least(SEEDS));
});

/** All strata of all months thrown together. */
function together(cells: readonly CountedCell[]): CountedCell {
  const { process: _process, month: _month, ...figures } = emptyCell('2025-11-01');
  const all = emptyCell('2025-11-01');
  for (const key of Object.keys(figures) as (keyof typeof figures)[]) {
    for (const cell of cells) all[key] += cell[key];
  }
  return all;
}

describe('what is told', () => {
  const of = (months: string[], outcome: 'bought' | 'stayed', days: number, sides = 150) =>
    sumProcess(
      { outcome, days },
      months.map((month) => ({
        ...emptyCell(month),
        contacts: 2 * sides,
        wrong: sides,
        wrongKnown: sides,
        wrongGood: sides / 5,
        rightKnown: sides,
        rightGood: sides / 2,
        worthMinor: sides * 1000,
        bought: 10,
        boughtMinor: 10_000,
        boughtSquares: 10_000_000,
      })),
      COUNTED_ON,
      3,
    );

  test('is of the months alone of which all outcomes are known', () => {
    const months = ['2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01'];
    expect(of(months, 'bought', 30)).toMatchObject({ from: '2025-10-01', to: '2025-12-01' });
    expect(of(months, 'stayed', 90)).toMatchObject({ from: '2025-10-01', to: '2025-11-01' });
    expect(of(months, 'bought', 30).months.map(({ isKnown }) => isKnown)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('is a month’s, over those since the first contact', () => {
    const { loss, spread } = of(['2025-11-01'], 'bought', 30);
    expect(spread).toBe(2);
    expect(loss?.own.minor).toBeCloseTo(150 * 0.3 * 1000, 6);
  });

  test('is nothing of too few', () => {
    const few = of(['2025-11-01'], 'stayed', 90, 30);
    expect(few).toMatchObject({ loss: null, wrongKnown: 30 });
    expect(few.needed).toBeGreaterThan(30);
  });
});
