import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  everyFact,
  gatherMonths,
  type Learnt,
  learnRisk,
  openScorer,
  type Reason,
  takeRows,
} from '../retention/index.ts';
import { createWorld, type World } from '../testing/world.ts';
import { makeDemo } from './make-demo.ts';

const plan = { seed: 'test', subscribers: 2500, today: new Date('2026-03-01T12:00:00Z') };

let world: World;
let learnt: Learnt;
/** The facts of each row that was scored, and the reasons told of it. */
let told: { facts: Map<string, number>; reasons: Reason[] }[];

beforeAll(async () => {
  world = await createWorld();
  await makeDemo(world.ctx, plan);
  const gathered = await gatherMonths(world.ctx, () => Promise.resolve(true));
  const found = gathered && learnRisk({ gathered, facts: everyFact(), gapDays: 7, seed: 1 });
  if (!gathered || !found) throw new Error('too few left to learn from');
  learnt = found;
  const rows = Int32Array.from(gathered.momentOf.keys()).filter((row) => row % 5 === 0);
  const some = takeRows(gathered, rows);
  const scored = openScorer(found.body).score(some);
  told = Array.from(rows, (_, at) => ({
    facts: new Map(some.keys.map((key, fact) => [key, some.columns[fact]?.[at] ?? Number.NaN])),
    reasons: scored.reasonsOf(at),
  }));
});
afterAll(() => world.close());

test('what is learnt from the facts tells later months better than chance', () => {
  const { quality } = learnt;
  expect(quality.leavers).toBeGreaterThan(150);
  expect(quality.beside[0]?.auc).toBeGreaterThan(0.6);
  expect(quality.calibrationError).toBeLessThan(0.02);
  expect(quality.leaks).toEqual([]);
});

/** How often a reason is told of those who have its cause strongly, and of those without it. */
function toldOf(group: string, has: (facts: Map<string, number>) => boolean | null) {
  const isTold = ({ reasons }: (typeof told)[number]): boolean =>
    reasons.some((one) => one.group === group);
  const share = (of: typeof told): number => of.filter(isTold).length / of.length;
  const known = told.map((one) => ({ one, is: has(one.facts) }));
  const pick = (is: boolean) => known.filter((k) => k.is === is).map(({ one }) => one);
  return { withCause: share(pick(true)), without: share(pick(false)) };
}

type Cause = (facts: Map<string, number>) => boolean | null;
const above =
  (key: string, most: number): Cause =>
  (facts) =>
    (facts.get(key) ?? 0) > most;

test.each<[string, string, Cause]>([
  ['a rise of the price', 'price', above('chargeRise', 0.05)],
  ['a competitor at the house', 'competitor', above('competitorsAtHouse', 0)],
])('%s is named where it is the cause, and hardly where it is not', (_, group, has) => {
  const { withCause, without } = toldOf(group, has);
  expect(withCause).toBeGreaterThan(0.8);
  expect(without).toBeLessThan(0.1);
});

test('outages are named only of whom they befell', () => {
  const { withCause, without } = toldOf('quality', above('outageHours', 0));
  expect(withCause).toBeGreaterThan(0.1);
  expect(without).toBe(0);
});
