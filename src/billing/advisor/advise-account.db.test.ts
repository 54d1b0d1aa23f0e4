import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdvised } from '../testing/advised.ts';

type Advised = Awaited<ReturnType<typeof openAdvised>>;
let advised: Advised;
let home: number;
beforeAll(async () => {
  advised = await openAdvised();
  home = await advised.addTariff('Домашний 100', { fee: 600, speed: 100 });
  await advised.addTariff('Лёгкий', { fee: 460, speed: 100, includedGb: 250, gbPrice: 10 });
  await advised.addTariff('Быстрый', { fee: 600, speed: 300 });
  await advised.addTariff('Тихий', { fee: 200, speed: 10 });
});
afterAll(() => advised.world.close());

test('what costs less for the same use, and is no slower, is advised first', async () => {
  const id = await advised.addHolder(home);
  await advised.use(id, [200, 180, 240]);
  const { now, use, best, by, offered, months } = await advised.advice(id);
  expect(months).toBe(3);
  expect(now).toMatchObject({ name: 'Домашний 100', meanMinor: 60_000, isMetered: false });
  expect(use).toMatchObject({ leastBytes: 180e9, mostBytes: 240e9 });
  expect(best).toBe('Лёгкий');
  expect(offered.map(({ name }) => name)).toEqual(['Лёгкий', 'Быстрый', 'Тихий']);
  expect(by['Лёгкий']).toMatchObject({ meanMinor: 46_000, usageMinor: 0, objections: [] });
  expect(by['Тихий']).toMatchObject({ meanMinor: 20_000, objections: ['slower'] });
});

test('use that goes up and down pays for the dearest month, not for the mean alone', async () => {
  const id = await advised.addHolder(home);
  await advised.use(id, [100, 100, 280]);
  const { by, best } = await advised.advice(id);
  expect(by['Лёгкий']).toMatchObject({
    meanMinor: 56_000,
    leastMinor: 46_000,
    mostMinor: 76_000,
    usageMinor: 10_000,
    objections: ['dear_month'],
  });
  expect(best).toBe('Быстрый');
});

test('with too little history it is told what tariffs would have cost, and nothing advised', async () => {
  const id = await advised.addHolder(home, { startedOn: '2026-01-15' });
  await advised.use(id, [200, 180, 240]);
  expect(await advised.advice(id)).toMatchObject({ months: 1, isEnough: false, best: null });
  const older = await advised.addHolder(home);
  await advised.use(older, [200, 180, 240]);
  expect(await advised.advice(older, 1)).toMatchObject({ months: 1, isEnough: false });
});

test('where nothing was measured, nothing is told of a price by measure', async () => {
  const id = await advised.addHolder(home);
  const { by, isMeasured, best } = await advised.advice(id);
  expect(isMeasured).toBe(false);
  expect(Object.keys(by).toSorted()).toEqual(['Быстрый', 'Тихий']);
  expect(best).toBe('Быстрый');
});

test('who pays more than the same tariff costs today is told so', async () => {
  const id = await advised.addHolder(home, { fee: 900 });
  const { by, best } = await advised.advice(id);
  expect(by['Домашний 100']).toMatchObject({ meanMinor: 60_000, objections: [] });
  // Both cost the same, and one is faster.
  expect(best).toBe('Быстрый');
});

test('a private line on which a company works is seen, and no flat rate advised for it', async () => {
  const { addHolder, advice, call, chief, use } = advised;
  const id = await addHolder(home);
  // Most of it at noon of days that are working days in each of the months, the rest at night.
  const working = { hour: 12, days: [12, 16, 19, 26] };
  await use(id, [170, 170, 170], working);
  await use(id, [15, 15, 15], { hour: 3, days: [20, 21] });
  const seen = await advice(id);
  expect(seen).toMatchObject({ isShared: true, best: 'Лёгкий' });
  expect(seen.use.workPercent).toBeGreaterThanOrEqual(90);
  expect(seen.by['Быстрый']).toMatchObject({ objections: ['shared'] });
  // The same in the evening is a home.
  const atHome = await addHolder(home);
  await use(atHome, [170, 170, 170], { hour: 20 });
  expect(await advice(atHome)).toMatchObject({ isShared: false });
  // Of how much it takes the operator decides.
  const { body: settings } = await call('GET /api/advisor-settings', {}, chief.as);
  const strict = { ...settings, workLeastBytes: 500e9 };
  expect((await call('PUT /api/advisor-settings', strict, chief.as)).status).toBe(200);
  expect(await advice(id)).toMatchObject({ isShared: false });
  const stale = await call('PUT /api/advisor-settings', settings, chief.as);
  expect(stale.body.code).toBe('billing.changed_since');
  const wrong = { ...strict, version: 2, leastMonths: 4 };
  const refused = await call('PUT /api/advisor-settings', wrong, chief.as);
  expect(Object.keys(refused.body.fields ?? {})).toEqual(['leastMonths']);
});
