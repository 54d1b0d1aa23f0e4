import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const id = 1;
const script = async () => (await call('GET /api/sale-scripts/{id}', { id })).body;
const latest = async () =>
  (await call('GET /api/sale-scripts/{id}/experiments', { id })).body.experiments[0];
const guided = async (saleId: number) =>
  (await call('GET /api/guided-sales/{id}', { id: saleId })).body;

async function publishAnother(): Promise<void> {
  const { version, name, steps } = await script();
  const changed = steps.map((step, at) => (at === 0 ? { ...step, words: 'Здравствуйте!' } : step));
  const saved = await call('PUT /api/sale-scripts/{id}/draft', {
    id,
    version,
    name,
    steps: changed,
  });
  await call('POST /api/sale-scripts/{id}/publish', { id, version: saved.body.version });
}

/** A deal that begins to walk through the script. */
async function begin(name: string) {
  const sale = (await call('POST /api/guided-sales', { name })).body.id;
  const { deal, script: walked, version } = await guided(sale);
  return { sale, dealId: deal.id, number: walked.number, version };
}

async function win(dealId: number): Promise<void> {
  const { version } = (await call('GET /api/deals/{id}', { id: dealId })).body;
  await call('POST /api/deals/{id}/win', { id: dealId, version });
}

const between = { firstNumber: 1, secondNumber: 2 };
const route = 'POST /api/sale-scripts/{id}/experiments';

test('each deal keeps to the version that chance gave it, and tells once enough are settled', async () => {
  await publishAnother();
  const { version } = await script();
  const same = await call(route, { id, version, ...between, secondNumber: 1 });
  expect(same.body.code).toBe('sales.same_version');
  // A difference of a half is seen in few: 8 of each, where nothing is known of the share sold.
  const started = await call(route, { id, version, ...between, leastPoints: 50 });
  const now = started.body.version;
  const twice = await call(route, { id, version: now, ...between });
  expect(twice.body.code).toBe('sales.experiment_on');
  const away = await call('PUT /api/sale-scripts/{id}/current', { id, version: now, number: 1 });
  expect(away.body.code).toBe('sales.experiment_on');

  const first = await begin('Покупатель 0');
  expect(await latest()).toMatchObject({
    first: { number: 1, needed: 8, sold: null },
    second: { number: 2, needed: 8, sold: null },
    shares: null,
  });
  // Begun again, it is the same version, and the deal counts once.
  const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const ending = { outcome: 'thinking', until } as const;
  await call('POST /api/guided-sales/{id}/end', { id: first.sale, version: first.version, ending });
  const again = (await call('POST /api/guided-sales', { dealId: first.dealId })).body.id;
  expect(again).not.toBe(first.sale);
  expect((await guided(again)).script.number).toBe(first.number);

  const begun = [first];
  for (let at = 1; at < 30; at += 1) begun.push(await begin(`Покупатель ${at}`));
  for (const { dealId, number } of begun) if (number === 2) await win(dealId);
  const seconds = begun.filter(({ number }) => number === 2).length;
  expect(seconds).toBeGreaterThan(8);
  // Of those that are open still it is not known what comes of them, before a month is over.
  expect(await latest()).toMatchObject({
    first: { begun: 30 - seconds, settled: 0, sold: null },
    second: { begun: seconds, settled: 8, sold: null },
    shares: null,
  });
  world.clock.advance({ seconds: 31 * 86_400 });
  const told = await latest();
  expect(told).toMatchObject({
    first: { settled: 8, sold: 0, averageMinor: null },
    second: { settled: 8, sold: 8 },
    prices: null,
    isUneven: false,
  });
  expect(told?.shares).toMatchObject({ difference: 1, high: 1 });
  expect(told?.shares?.low).toBeGreaterThan(0.5);
  // What comes later, or of those beyond the needed ones, changes nothing.
  for (const { dealId, number } of begun) if (number === 1) await win(dealId);
  for (let at = 30; at < 40; at += 1) await begin(`Покупатель ${at}`);
  const { first: one, second: other, shares } = (await latest()) ?? {};
  expect([one?.sold, other?.sold, shares]).toEqual([0, 8, told?.shares]);
});

test('it is stopped with a reason, and sales go on with the version that was chosen', async () => {
  const { version } = await script();
  const running = await latest();
  const at = { id, experimentId: running?.id ?? 0, version, goOnWith: 'first' } as const;
  const end = 'POST /api/sale-scripts/{id}/experiments/{experimentId}/end';
  const reason = 'Решили вернуться к прежним словам';
  expect((await call(end, { ...at, reason: '' })).status).toBe(422);
  await call(end, { ...at, reason });
  expect(await latest()).toMatchObject({ reason, endedAt: expect.anything() as string });
  const numbers = new Set<number>();
  for (let count = 0; count < 8; count += 1) numbers.add((await begin(`После ${count}`)).number);
  expect([...numbers]).toEqual([1]);
  const late = await call(end, { ...at, version: version + 1, reason });
  expect(late.body.code).toBe('sales.experiment_over');
});
