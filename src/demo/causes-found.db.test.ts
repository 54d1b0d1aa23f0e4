import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  besidePlan,
  everyFact,
  gatherMonths,
  type Learnt,
  learnRisk,
  makePlan,
  openScorer,
  putInForce,
  type Reason,
  scoreRisk,
  storeVersion,
  takeRows,
} from '../retention/index.ts';
import { isProof, patienceMs, runs } from '../testing/proof.ts';
import { createWorld, type World } from '../testing/world.ts';
import { makeDemo } from './make-demo.ts';
import { trueGain } from './true-gain.ts';

/** Of fewer, causes that befall few are told of some alone. */
const subscribers = runs(2500, 8000);
const plan = { seed: 'test', subscribers, today: new Date('2026-03-01T12:00:00Z') };

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
}, patienceMs(120));
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

test.runIf(isProof).each<[string, string, Cause]>([
  ['an outage of hours', 'quality', above('outageHours', 3)],
  ['a wait for an answer', 'service', above('longestWaitMinutes', 10)],
])('%s is named where it is the cause, and hardly where it is not', (_, group, has) => {
  const { withCause, without } = toldOf(group, has);
  expect(withCause).toBeGreaterThan(0.9);
  expect(without).toBeLessThan(0.05);
});

test('outages are named only of whom they befell', () => {
  const { withCause, without } = toldOf('quality', above('outageHours', 0));
  expect(withCause).toBeGreaterThan(0.1);
  expect(without).toBe(0);
});

test('a plan under a budget truly brings more than lists by risk, value, rule or chance', async () => {
  const { ctx } = world;
  // Chance that is the same in every run.
  await ctx.pool.query(`update trial_settings set salt = sha256('chance')`);
  await putInForce(ctx, await storeVersion(ctx, learnt), '');
  await scoreRisk.run(ctx, {});
  const asked = { budgetMinor: 2_000_000, slots: 80, contactMinor: 5000 };
  const made = await makePlan(ctx, asked);
  const indexes = await indexesOf(made.people.map(({ id }) => id));
  const bring = (chosen: Int16Array): number =>
    made.people.reduce((sum, person, at) => {
      const option = made.options[at]?.[chosen[at] ?? -1];
      if (!option) return sum;
      const of = { ...person, contactMinor: asked.contactMinor };
      return sum + trueGain(plan, indexes.get(person.id) ?? 0, of, option);
    }, 0);
  const gained = bring(made.plan.chosen);
  const others = besidePlan(made, asked).map(({ order, plan: other }) => ({
    order,
    minor: bring(other.chosen),
  }));
  // At what a call costs it pays for some only, whom so few leavers teach to find.
  expect(gained).toBeGreaterThan(isProof ? 0 : -Infinity);
  expect(others.filter(({ minor }) => minor >= gained)).toEqual([]);
});

async function indexesOf(ids: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await world.ctx.pool.query<{ id: number; number: string }>(
    'select subscriber_id as id, number from accounts where subscriber_id = any($1)',
    [ids],
  );
  return new Map(rows.map(({ id, number }) => [id, Number(number) - 40_000_000]));
}
