import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { reopenSubscriptions } from './bulk-undo.ts';
import { bulkUpdate } from './bulk-update.ts';
import { type ChargedWorld, nothing, openChargedWorld } from './testing/charged-world.ts';

let opened: ChargedWorld;
/** Versions of three tariffs of one service. */
const versions: ChargedWorld['history']['versions'] = [];
beforeAll(async () => {
  opened = await openChargedWorld({}, '2026-02-10T08:00:00Z');
  for (const feeMinor of [50_000, 60_000, 70_000]) {
    versions.push(await opened.history.addVersion({ ...nothing, feeMinor, cycle: 'monthly' }));
  }
});
afterAll(() => opened.world.close());

let imports = 100;
/** What a file that names this tariff of an account changes. */
const bring = (id: number, version: number) =>
  inBulkTransaction(opened.world.ctx, (ctx) =>
    bulkUpdate(
      ctx,
      [
        {
          id,
          fields: {},
          lines: [],
          subscriptions: [
            {
              productVersionId: versions[version]?.id ?? 0,
              monthlyFeeMinor: null,
              startedOn: null,
            },
          ],
        },
      ],
      ++imports,
      '2026-02-10',
    ),
  );

async function held(id: number): Promise<unknown[]> {
  const { rows } = await opened.world.ctx.pool.query<Record<string, unknown>>(
    `select product_version_id as version, started_on::text as from, ended_on::text as until
     from   subscriptions where account_id = $1 order by id`,
    [id],
  );
  return rows.map(({ version, from, until }) => [
    versions.findIndex((one) => one.id === version),
    from,
    until,
  ]);
}

test('a change of tariff that is planned stays beside a file, unless it names a third', async () => {
  const { id } = await opened.addOne(versions[0]);
  const { subscriptions } = (await opened.call('GET /api/accounts/{id}/service', { id })).body;
  const planned = await opened.call('POST /api/accounts/{id}/subscriptions', {
    id,
    productVersionId: versions[1]?.id ?? 0,
    replacesId: subscriptions[0]?.id ?? 0,
    from: 'next_month',
  });
  expect(planned.status).toBe(201);
  const from = subscriptions[0]?.startedOn;
  const plan = [
    [0, from, '2026-03-01'],
    [1, '2026-03-01', null],
  ];
  expect(await held(id)).toEqual(plan);
  // The file of another program knows the tariff of today, or is ahead of us already.
  for (const named of [0, 1]) {
    await bring(id, named);
    expect(await held(id)).toEqual(plan);
  }
  const changes = await bring(id, 2);
  expect(await held(id)).toEqual([
    [0, from, '2026-02-10'],
    [1, '2026-03-01', '2026-03-01'],
    [2, '2026-02-10', null],
  ]);
  // Taken back, what was planned is planned again.
  const ended = changes.filter(({ entity }) => entity === 'subscription');
  expect(await reopenSubscriptions(opened.world.ctx, ended)).toEqual([]);
  expect((await held(id)).slice(0, 2)).toEqual(plan);
});
