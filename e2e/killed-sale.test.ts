import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as billingApi } from '../src/billing/api.ts';
import { api as catalogApi } from '../src/catalog/api.ts';
import { verifyLedger } from '../src/ledger/index.ts';
import { api as salesApi } from '../src/sales/api.ts';
import { isProof, patienceMs } from '../src/testing/proof.ts';
import { randomOf } from '../src/testing/random.ts';
import type { As } from '../src/testing/world.ts';
import { besideProgram } from './testing/beside-program.ts';
import { type Installed, installed } from './testing/killed-program.ts';
import { hireFirst } from './testing/shift/people.ts';

/** Each kills web, worker and database three times: minutes, which a quick run has not got. */
const SALES = 4;
const CONNECTION_MINOR = 100_000;

describe.skipIf(!isProof)('a sale in the midst of which the machine dies', () => {
  let installation: Installed;
  let as: As;
  const versionIds: number[] = [];

  beforeAll(async () => {
    installation = await installed('sale');
    ({ as } = await hireFirst(installation));
    const catalog = installation.via(catalogApi);
    const thisMonth = `${new Date().toISOString().slice(0, 7)}-01`;
    for (const [name, kind] of [
      ['Домашний 300', 'tariff'],
      ['Кинотеатр', 'addon'],
    ] as const) {
      const terms = { monthlyFeeMinor: 31_000, validFrom: '2025-01-01' };
      await catalog('POST /api/products', { kind, service: 'internet', name, terms }, as);
    }
    const { products } = (await catalog('GET /api/products', {}, as)).body;
    const productIds = products.map(({ id }) => id);
    versionIds.push(...products.flatMap(({ versions }) => versions[0]?.id ?? []));
    const bundle = { name: 'Вместе', kind: 'percent' as const, value: 1000, productIds };
    await catalog('POST /api/bundles', bundle, as);
    const billing = installation.via(billingApi);
    const { body } = await billing('GET /api/billing-settings', {}, as);
    await billing('PUT /api/billing-settings', { ...body, chargesBeginOn: thisMonth }, as);
  }, 120_000);
  afterAll(() => installation.close(), 60_000);

  /** Asks, kills everything a moment later, starts again, and asks until it is answered. */
  async function killedIn<T>(afterMs: number, ask: () => Promise<T>): Promise<T> {
    const first = ask().then(
      () => undefined,
      () => undefined,
    );
    await pause(afterMs);
    await installation.kill();
    await first;
    await installation.start();
    for (;;) {
      try {
        return await ask();
      } catch {
        await pause(200);
      }
    }
  }

  test(
    'is accepted, connected and charged once, or not at all',
    async () => {
      const call = installation.via(salesApi);
      for (let at = 0; at < SALES; at += 1) {
        const random = randomOf('killed sale', at);
        const deal = { name: `Котова ${at}`, phone: `+7913555300${at}` };
        const { id } = (await call('POST /api/deals', deal, as)).body;
        const offer = { id, productVersionIds: versionIds, connectionMinor: CONNECTION_MINOR };
        const { path } = (await call('POST /api/deals/{id}/quotes', offer, as)).body;
        const said = { token: path.split('/').at(-1) ?? '', name: 'Котова Анна' };
        const accepted = await killedIn(random.between(0, 120), () =>
          call('POST /api/public/quotes/{token}/accept', said),
        );
        expect(accepted.status).toBe(200);
        const { version } = (await call('GET /api/deals/{id}', { id }, as)).body;
        const connected = await killedIn(random.between(20, 400), () =>
          call('POST /api/deals/{id}/connect', { id, version, buyer: 'another' }, as),
        );
        // Either the first was committed before the end, or the second was the first.
        expect([201, 409]).toContain(connected.status);
        await killedIn(random.between(0, 300), () =>
          installation.via(billingApi)('POST /api/charge-runs', {}, as),
        );
      }
      await expectEachOnce();
    },
    patienceMs(10),
  );

  async function expectEachOnce(): Promise<void> {
    await besideProgram(installation.folder, async (ctx) => {
      const { rows } = await ctx.pool.query(
        `select d.state,
                (select count(*) from quotes q where q.deal_id = d.id and q.state = 'accepted')
                  as accepted,
                (select count(*) from contracts c join quotes q on q.id = c.quote_id
                 where q.deal_id = d.id) as contracts,
                (select count(*) from deal_connections c where c.deal_id = d.id) as connections,
                (select count(*) from accounts a where a.subscriber_id = d.subscriber_id)
                  as accounts,
                (select count(*) from subscriptions s join accounts a on a.id = s.account_id
                 where a.subscriber_id = d.subscriber_id) as subscriptions,
                (select count(*) from discounts s join accounts a on a.id = s.account_id
                 where a.subscriber_id = d.subscriber_id) as discounts,
                (select sum(h.amount_minor)::bigint from charges h
                 join accounts a on a.id = h.account_id
                 where a.subscriber_id = d.subscriber_id and h.kind = 'one_off') as once,
                (select count(*) from (
                   select from charges h join accounts a on a.id = h.account_id
                   where  a.subscriber_id = d.subscriber_id and h.kind = 'fee'
                   group  by h.subscription_id, h.month having count(*) > 1) twice) as twice,
                (select count(*) from care_calls k where k.deal_id = d.id) as care
         from   deals d order by d.id`,
      );
      const once = {
        state: 'won',
        accepted: 1,
        contracts: 1,
        connections: 1,
        accounts: 1,
        subscriptions: 2,
        discounts: 2,
        once: CONNECTION_MINOR,
        twice: 0,
        care: 3,
      };
      expect(rows).toEqual(Array.from({ length: SALES }, () => once));
      expect((await verifyLedger(ctx)).filter(({ found }) => found > 0)).toEqual([]);
    });
  }
});
