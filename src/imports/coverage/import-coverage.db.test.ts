import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as networkApi } from '../../network/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { importSteps } from '../testing/import-steps.ts';

let world: World;
let me: SignedIn;
let steps: ReturnType<typeof importSteps>;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
  steps = importSteps(world, me.as);
  const terms = { name: 'Дом', baseMinor: 100_000 };
  await world.via(networkApi)('POST /api/connection-terms', terms, me.as);
});
afterAll(() => world.close());

const header = 'Город;Улица;Дом;Технология;Узел;Скорость, Мбит/с;Портов;Свободно;Цена подключения';
const fileOf = (...lines: string[]): string => [header, ...lines].join('\n');
const upload = async (text: string): Promise<number> => {
  const sent = await steps.upload(text, 'coverage.csv', '?kind=coverage');
  expect(sent.body).toMatchObject({ kind: 'coverage', preset: 'coverage', key: 'lineAtBuilding' });
  return sent.body.id;
};
const lines = async () => {
  const { rows } = await world.ctx.pool.query<Record<string, unknown>>(
    `select s.name || ' ' || b.number as house, c.technology, n.name as node, c.speed_kbps as speed,
            c.ports_free as free, t.base_minor as price, c.building_id as id, c.version
     from   coverages c join buildings b on b.id = c.building_id join streets s on s.id = b.street_id
     left   join nodes n on n.id = c.node_id
     left   join connection_terms t on t.id = c.connection_terms_id order by c.building_id, c.technology desc`,
  );
  return rows;
};

const first = [
  'Томск;Садовая ул.;14;GPON;OLT-1;1000;32;7;1 500',
  'Томск;Садовая ул.;14;FTTB;SW-3;100;24;0;',
  'Томск;Садовая ул.;16;голуби;;1;;;',
  'Томск;Садовая ул.;18;GPON;OLT-1;1000;8;9;',
  ';;;GPON;OLT-1;1000;8;1;',
  'Томск;Садовая ул.;14;GPON;OLT-1;1000;32;5;1 500',
];

test('what can be had at buildings comes from a file, is corrected by another, and goes back', async () => {
  const id = await upload(fileOf(...first));
  const shown = await world.via(api)('GET /api/imports/{id}/preview', { id }, me.as);
  expect(shown.body.rows[0]?.coverage).toMatchObject({
    technology: 'ftth',
    speedKbps: 1_000_000,
    priceMinor: 150_000,
  });
  expect(await steps.check(id)).toMatchObject({
    state: 'checked',
    errorCount: 3,
    counts: { toCreate: 2, toUpdate: 0, repeated: 1 },
  });
  const wrong = await world.via(api)('GET /api/imports/{id}/rows', { id, only: 'errors' }, me.as);
  expect(wrong.body.rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
    ['imports.coverage_technology_wrong'],
    ['imports.coverage_ports_more'],
    ['imports.coverage_address_wrong'],
  ]);
  expect(await lines()).toEqual([]);
  expect(await steps.apply(id)).toMatchObject({ state: 'applied', counts: { created: 2 } });
  expect(await lines()).toMatchObject([
    { house: 'Садовая 14', technology: 'ftth', node: 'OLT-1', free: 5, price: 150_000 },
    { house: 'Садовая 14', technology: 'ethernet', node: 'SW-3', speed: 100_000, price: null },
  ]);

  const again = await upload(
    fileOf('Томск;Садовая ул.;14;GPON;;500;;;', 'Томск;Садовая ул.;14;FTTB;SW-3;100;24;0;'),
  );
  expect((await steps.check(again)).counts).toMatchObject({ toCreate: 0, toUpdate: 2 });
  expect((await steps.apply(again)).counts).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await lines())[0]).toMatchObject({ node: 'OLT-1', speed: 500_000, free: 5 });
  expect((await steps.undo(again)).counts).toMatchObject({ restored: 1, kept: 0 });
  expect((await lines())[0]).toMatchObject({ speed: 1_000_000, free: 5, price: 150_000 });

  // Somebody has counted anew: that stays, and the other line goes.
  const [, copper] = await lines();
  await world.via(networkApi)(
    'PUT /api/buildings/{id}/coverage/{technology}',
    {
      id: Number(copper?.['id']),
      technology: 'ethernet',
      version: Number(copper?.['version']),
      portsFree: 2,
    },
    me.as,
  );
  expect((await steps.undo(id)).counts).toMatchObject({ removed: 1, kept: 1 });
  expect(await lines()).toMatchObject([{ technology: 'ethernet', free: 2 }]);
});

test('terms that nobody has written down are refused, and a building that nothing needs goes', async () => {
  const named = 'Адрес;Технология;Условия подключения';
  const id = await upload(
    [named, 'Томск, Речная ул., 2;оптика;Дом', 'Томск, Речная ул., 4;оптика;Даром'].join('\n'),
  );
  const checked = await steps.check(id);
  expect(checked).toMatchObject({ errorCount: 1, warningCount: 1, counts: { toCreate: 1 } });
  await steps.apply(id);
  expect((await lines()).at(-1)).toMatchObject({ house: 'Речная 2', price: 100_000 });
  expect((await steps.undo(id)).counts).toMatchObject({ removed: 1, kept: 0 });
  const { rows } = await world.ctx.pool.query("select from streets where name = 'Речная'");
  expect(rows).toEqual([]);
});
