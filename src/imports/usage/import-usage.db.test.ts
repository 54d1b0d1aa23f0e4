import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as catalogApi } from '../../catalog/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
let accountId: number;

beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
  const call = world.via(billingApi);
  const { body: settings } = await call('GET /api/billing-settings', {}, me.as);
  const begun = { ...settings, chargesBeginOn: '2026-03-01' };
  await call('PUT /api/billing-settings', begun, me.as);
  accountId = await metered();
});
afterAll(() => world.close());

/** An account that pays 2 roubles for each gigabyte, and nothing else. */
async function metered(): Promise<number> {
  const rates = [{ meter: 'bytes', blockSize: 1e9, priceMinor: 200 } as const];
  const terms = { monthlyFeeMinor: 0, validFrom: '2026-01-01', rates };
  const product = { kind: 'tariff', service: 'internet', name: 'По гигабайтам', terms } as const;
  const made = await world.via(catalogApi)('POST /api/products', product, me.as);
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    'select id from product_versions where product_id = $1',
    [made.body.id],
  );
  const person = { kind: 'person', lastName: 'Котова', firstName: 'Анна' } as const;
  const { body } = await world.via(subscribersApi)('POST /api/subscribers', person, me.as);
  return addAccount(world, body.id, {
    number: '7001',
    lines: [{ kind: 'internet', login: 'kotova' }],
    subscriptions: [
      { productVersionId: rows[0]?.id ?? 0, monthlyFeeMinor: null, startedOn: '2026-01-01' },
    ],
  });
}

async function balance(): Promise<number> {
  const call = world.via(billingApi);
  const { body } = await call('GET /api/accounts/{id}/statement', { id: accountId }, me.as);
  return body.account.balanceMinor;
}

async function night(at: string): Promise<void> {
  world.clock.moveTo(new Date(at));
  await world.via(billingApi)('POST /api/charge-runs', {}, me.as);
  await world.tick('billing.charges');
}

const header =
  'acctuniqueid;User-Name;acctstarttime;acctsessiontime;acctinputoctets;acctoutputoctets';
const sessions = [
  'a1;kotova;2026-03-01 10:00:00;3600;500000000;2500000000',
  'a2;kotova;2026-03-01 22:00:00;0:30:00;0;1000000000',
  'a3;nobody;2026-03-01 10:00:00;60;1;1',
  'a4;kotova;вчера;60;1;1',
  'a1;kotova;2026-03-01 10:00:00;3600;500000000;2500000000',
];
const fileOf = (...lines: string[]): string => [header, ...lines].join('\n');

async function upload(text: string): Promise<number> {
  const sent = await steps.upload(text, 'sessions.csv', '?kind=usage');
  expect(sent.body).toMatchObject({ kind: 'usage', preset: 'usage' });
  return sent.body.id;
}

test('sessions of a file are charged once, whatever file brings them again, and given back', async () => {
  const before = await balance();
  const id = await upload(fileOf(...sessions));
  const shown = await world.via(api)('GET /api/imports/{id}/preview', { id }, me.as);
  expect(shown.body.rows[0]?.usage).toMatchObject({ line: 'kotova', bytes: 3e9, seconds: 3600 });
  expect(await steps.check(id)).toMatchObject({
    state: 'checked',
    rowCount: 5,
    errorCount: 2,
    counts: { toCreate: 2, known: 0, repeated: 1 },
  });
  const wrong = await world.via(api)('GET /api/imports/{id}/rows', { id, only: 'errors' }, me.as);
  expect(wrong.body.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['imports.usage_of_nobody'],
    ['imports.usage_date_wrong'],
  ]);
  expect(await balance()).toBe(before);

  expect(await steps.apply(id)).toMatchObject({ state: 'applied', counts: { created: 4 } });
  await night('2026-03-02T22:00:00Z');
  expect(await balance()).toBe(-800);

  const again = await upload(fileOf(...sessions.slice(0, 2)));
  expect((await steps.check(again)).counts).toMatchObject({ toCreate: 0, known: 2 });
  expect((await steps.apply(again)).counts).toMatchObject({ created: 0 });
  await night('2026-03-03T22:00:00Z');
  expect(await balance()).toBe(-800);

  expect(await steps.undo(id)).toMatchObject({ state: 'undone', counts: { removed: 4 } });
  expect(await balance()).toBe(0);
});

test('without numbers of sessions the whole row tells them apart', async () => {
  const rows =
    'Лицевой счёт;Начало;Трафик, ГБ\n7001;02.03.2026 09:00;1,5\n7001;02.03.2026 10:00;1,5\n';
  const id = await upload(rows);
  expect(await steps.show(id)).toMatchObject({ key: 'usageContents' });
  expect((await steps.check(id)).counts).toMatchObject({ toCreate: 2, repeated: 0 });
  expect((await steps.apply(id)).counts).toMatchObject({ created: 2 });
  const again = await upload(`${rows}7001;02.03.2026 11:00;0,5\n`);
  expect((await steps.check(again)).counts).toMatchObject({ toCreate: 1, known: 2 });
  expect((await steps.apply(again)).counts).toMatchObject({ created: 1 });
  await night('2026-03-04T22:00:00Z');
  expect(await balance()).toBe(-700);
});
