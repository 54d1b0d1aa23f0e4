import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as catalogApi, type EligibilityRule } from '../../catalog/api.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { loadBuildings, parseAddress, streetKey } from '../../subscribers/index.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { bulkLoad as loadIncidents } from '../index.ts';

describe('an address is checked', () => {
  let world: World;
  let boss: SignedIn;
  let agent: SignedIn;
  let call: ReturnType<typeof callerOf>;
  const houses = new Map<string, number>();

  const callerOf = (one: World) => one.via({ ...api, ...catalogApi, ...subscribersApi });
  const house = (address: string): number => houses.get(address) ?? 0;
  const check = async (input: object, as = agent.as) =>
    (await call('GET /api/address-check', input as never, as)).body;
  const suggested = async (text: string) =>
    (await call('GET /api/address-check/suggestions', { text }, agent.as)).body.rows;

  const cover = (address: string, fields: object) =>
    call(
      'PUT /api/buildings/{id}/coverage/{technology}',
      { id: house(address), technology: 'ftth', version: null, ...fields },
      boss.as,
    );

  beforeAll(async () => {
    world = await createWorld();
    call = callerOf(world);
    boss = await signedIn(world);
    agent = await signedIn(world, { role: 'agent' });
    const addresses = [
      'Томск, ул. Советская, 14',
      'Томск, ул. Советская, 14/2',
      'Томск, ул. Советская, 14а',
      'Томск, ул. Советская, 140',
      'Томск, ул. Щорса, 3',
      'Томск, пр-т Ленина, 8',
      'Томск, пер. Ленина, 8',
      'Томск, ул. 8 Марта, 5',
      'Томск, ул. Садовая, 12',
      'Северск, ул. Садовая, 12',
      'Томск, ул. Дачная, 1',
    ];
    const places = addresses.map((text) => {
      const parsed = parseAddress(text);
      if (!parsed.ok) throw new Error(text);
      const { city, streetKind, street, building, block } = parsed.address;
      return {
        city: city ?? '',
        streetKind: streetKind ?? '',
        street,
        streetKey: streetKey(city ?? '', street),
        building: block ? `${building}/${block}` : building,
        flat: '',
        isPrivateSector: text.includes('Дачная'),
      };
    });
    const ids = await inBulkTransaction(world.ctx, (bulk) => loadBuildings(bulk, places));
    for (const [at, address] of addresses.entries()) houses.set(address, ids[at] ?? 0);
    const { body } = await call(
      'GET /api/buildings/{id}',
      { id: house('Томск, ул. Щорса, 3') },
      boss.as,
    );
    const named = { id: body.streetId, name: 'Мещанская', fromOn: null, untilOn: '1925-01-01' };
    await call('POST /api/streets/{id}/former-names', named, boss.as);
  });
  afterAll(() => world.close());

  test.each([
    ['советская 14', 'Томск, ул. Советская, 14'],
    ['ул.Совецкая д 14', 'Томск, ул. Советская, 14'],
    ['сов 14', 'Томск, ул. Советская, 14'],
    ['Cоветская 14a', 'Томск, ул. Советская, 14а'],
    ['cjdtncrfz 14', 'Томск, ул. Советская, 14'],
    ['Sovetskaya 14', 'Томск, ул. Советская, 14'],
    ['томск советская 14 к 2', 'Томск, ул. Советская, 14/2'],
    ['мещанская 3', 'Томск, ул. Щорса, 3'],
    ['ленена 8', 'Томск, пр-т Ленина, 8'],
    ['пер ленина 8', 'Томск, пер. Ленина, 8'],
    ['проспект Ленина, дом 8, кв. 5', 'Томск, пр-т Ленина, 8'],
    ['8 марта 5', 'Томск, ул. 8 Марта, 5'],
    ['садовая 12', 'Томск, ул. Садовая, 12'],
    ['северск садовая 12', 'Северск, ул. Садовая, 12'],
  ])('%s is %s', async (typed, meant) => {
    expect((await suggested(typed))[0]?.buildingId).toBe(house(meant));
  });

  test('a street alone is offered until a house is typed, and nothing for a word of nobody', async () => {
    expect(await suggested('совет')).toMatchObject([
      { buildingId: null, text: 'Томск, ул. Советская', formerName: null },
    ]);
    expect(await suggested('мещанск')).toMatchObject([
      { buildingId: null, text: 'Томск, ул. Щорса', formerName: 'Мещанская' },
    ]);
    expect(await suggested('жжжжжж 1')).toEqual([]);
    expect(await suggested('')).toEqual([]);
    const id = (await suggested('мещанск'))[0]?.streetId ?? 0;
    const { formerNames } = (
      await call('GET /api/buildings/{id}', { id: house('Томск, ул. Щорса, 3') }, boss.as)
    ).body;
    const nameId = formerNames[0]?.id ?? 0;
    await call('DELETE /api/streets/{id}/former-names/{nameId}', { id, nameId }, boss.as);
    expect(await suggested('мещанск')).toEqual([]);
  });

  test('houses that begin so follow the exact one', async () => {
    const rows = await suggested('советская 14');
    expect(rows.map(({ text }) => text.split(' ').at(-1))).toEqual(['14', '14а', '14/2', '140']);
  });

  test('what can be had, for what, and which tariffs the line bears', async () => {
    const address = 'Томск, ул. Советская, 14';
    const terms = {
      name: 'Многоквартирный дом',
      baseMinor: 100_000,
      mostParts: 4,
      freeFromMinor: 60_000,
    };
    const { id: connectionTermsId } = (await call('POST /api/connection-terms', terms, boss.as))
      .body;
    const twice = await call('POST /api/connection-terms', terms, boss.as);
    expect(twice.body.code).toBe('network.name_taken');
    await cover(address, { connectionTermsId, speedKbps: 100_000, portsTotal: 2 });
    const { id: subscriberId } = (
      await call(
        'POST /api/subscribers',
        {
          kind: 'person',
          lastName: 'Соседова',
          firstName: 'Нина',
          addresses: [{ text: 'Томск, ул. Советская, 14, кв. 7' }],
        },
        boss.as,
      )
    ).body;
    await addAccount(world, subscriberId, {
      lines: [{ kind: 'internet', login: 'sosed' }],
    });
    expect(await check({ buildingId: house(address), flat: '7' })).toMatchObject({
      verdict: 'available',
      text: 'Томск, ул. Советская, д. 14, кв. 7',
      lines: [
        {
          technology: 'ftth',
          state: 'available',
          freeNow: 1,
          cost: { totalMinor: 100_000, partMinor: 25_000, parts: 4, freeFromMinor: 60_000 },
        },
      ],
      tariffs: [{ name: 'Домашний 100', monthlyFeeMinor: 60_000 }],
      here: [{ id: subscriberId, name: 'Соседова Нина' }],
      incident: null,
    });
    const slow = await call(
      'POST /api/coverages/changes',
      {
        target: { filter: { all: [] } },
        fields: { speedKbps: 50_000 },
      },
      boss.as,
    );
    expect(slow.body).toEqual({ changed: 1 });
    expect((await check({ text: 'Томск, Советская 14' })).tariffs).toEqual([]);
    const stranger = await signedIn(world, { permissions: ['network.check'] });
    const seen = await check({ buildingId: house(address), flat: '7' }, stranger.as);
    expect(seen.here).toEqual([]);
  });

  test('a stop of the node warns or forbids, until its day or until it is lifted', async () => {
    const address = 'Томск, ул. Щорса, 3';
    const buildingId = house(address);
    const { id: nodeId } = (await call('POST /api/nodes', { name: 'Узел 7' }, boss.as)).body;
    await cover(address, { nodeId, speedKbps: 1_000_000 });
    await cover(address, { technology: 'dsl', speedKbps: 8000 });
    const stop = { nodeId, level: 'stop', reason: 'Перегрузка', untilOn: '2026-03-05' } as const;
    expect((await call('POST /api/stop-sales', stop, agent.as)).status).toBe(403);
    const made = await call('POST /api/stop-sales', stop, boss.as);
    const checked = await check({ buildingId });
    expect(checked.verdict).toBe('available');
    expect(checked.lines.map(({ technology, state }) => [technology, state])).toEqual([
      ['ftth', 'stopped'],
      ['dsl', 'available'],
    ]);
    expect(checked.stops).toMatchObject([{ level: 'stop', reason: 'Перегрузка', node: 'Узел 7' }]);
    const { nodes } = (await call('GET /api/nodes', {}, agent.as)).body;
    expect(nodes).toMatchObject([{ buildings: 1, stop: { reason: 'Перегрузка' } }]);
    await call('POST /api/stop-sales/{id}/lift', { id: made.body.id }, boss.as);
    expect((await check({ buildingId })).lines[0]?.state).toBe('available');
    const warning = { buildingId, level: 'warn', reason: 'Скоро перегрузка' } as const;
    await call('POST /api/stop-sales', { ...warning, untilOn: '2026-03-02' }, boss.as);
    expect((await check({ buildingId })).lines).toMatchObject([
      { state: 'available', stop: { level: 'warn' } },
      { state: 'available', stop: { level: 'warn' } },
    ]);
    world.clock.advance({ seconds: 86_400 });
    expect((await check({ buildingId })).stops).toEqual([]);
    const { stops } = (await call('GET /api/buildings/{id}', { id: buildingId }, agent.as)).body;
    expect(stops.map(({ reason, isInForce }) => [reason, isInForce])).toEqual([
      ['Скоро перегрузка', false],
      ['Перегрузка', false],
    ]);
  });

  test('a house of the private sector is counted by its metres, one to come by its day', async () => {
    const address = 'Томск, ул. Дачная, 1';
    const buildingId = house(address);
    const { id: connectionTermsId } = (
      await call(
        'POST /api/connection-terms',
        {
          name: 'Частный сектор',
          baseMinor: 500_000,
          metreMinor: 5000,
          includedMetres: 50,
          longestMetres: 300,
        },
        boss.as,
      )
    ).body;
    await cover(address, { connectionTermsId, plannedOn: '2026-05-01' });
    const { terms } = (await call('GET /api/connection-terms', {}, agent.as)).body;
    const cheaper = terms.find(({ id }) => id === connectionTermsId);
    if (!cheaper) throw new Error('terms were added a moment ago');
    const { currency: _, ...changed } = { ...cheaper, metreMinor: 4000 };
    await call('PUT /api/connection-terms/{id}', changed, boss.as);
    const planned = await check({ buildingId, metres: 120 });
    expect(planned).toMatchObject({
      verdict: 'planned',
      isPrivateSector: true,
      lines: [{ state: 'planned', plannedOn: '2026-05-01', cost: { totalMinor: 780_000 } }],
      tariffs: [],
    });
    const far = await check({ buildingId, metres: 301 });
    expect(far.lines[0]?.cost?.totalMinor).toBeNull();
    const old = { id: buildingId, technology: 'ftth', version: 1 } as const;
    const put = 'PUT /api/buildings/{id}/coverage/{technology}' as const;
    expect((await call(put, { ...old, portsFree: 0 }, boss.as)).status).toBe(200);
    const late = await call(put, { ...old, portsFree: 3 }, boss.as);
    expect(late.body.code).toBe('network.changed_meanwhile');
    expect((await check({ buildingId })).verdict).toBe('full');
    const gone = { id: buildingId, technology: 'ftth' } as const;
    await call('DELETE /api/buildings/{id}/coverage/{technology}', gone, boss.as);
    expect((await check({ buildingId })).verdict).toBe('none');
  });

  test('competitors’ offers stand at their house with their day, and are taken back', async () => {
    const buildingId = house('Томск, пр-т Ленина, 8');
    const offer = {
      id: buildingId,
      competitor: 'Сосед-Телеком',
      priceMinor: 45_000,
      speedKbps: 200_000,
      seenOn: '2026-03-01',
    };
    const route = 'POST /api/buildings/{id}/competitor-offers' as const;
    const made = await call(route, offer, agent.as);
    const early = await call(route, { ...offer, seenOn: '2027-01-01' }, agent.as);
    expect(early.body.code).toBe('network.future_day');
    expect((await check({ buildingId })).offers).toMatchObject([
      { competitor: 'Сосед-Телеком', priceMinor: 45_000, seenOn: '2026-03-01' },
    ]);
    const listed = await call(
      'POST /api/competitor-offers/list',
      { columns: ['address', 'competitor', 'price'] },
      agent.as,
    );
    expect(listed.body.rows).toHaveLength(1);
    expect((await call('GET /api/competitors', {}, agent.as)).body.names).toEqual([
      'Сосед-Телеком',
    ]);
    const known = await call(
      'POST /api/subscribers',
      { kind: 'person', lastName: 'Котова', addresses: [{ text: 'Томск, пр-т Ленина, 8, кв. 4' }] },
      boss.as,
    );
    const card = async () =>
      (await call('GET /api/subscribers/{id}', { id: known.body.id }, boss.as)).body.parts;
    expect(await card()).toMatchObject({ competitorOffers: [{ competitor: 'Сосед-Телеком' }] });
    await call('DELETE /api/competitor-offers/{id}', { id: made.body.id }, agent.as);
    expect((await check({ buildingId })).offers).toEqual([]);
    expect(await card()).not.toHaveProperty('competitorOffers');
  });

  test('an open incident is told; anybody is told less, from any site', async () => {
    const buildingId = house('Томск, ул. Садовая, 12');
    await cover('Томск, ул. Садовая, 12', { speedKbps: 100_000, portsTotal: 10, portsFree: 4 });
    const startedAt = new Date(world.clock.now().getTime() - 60_000);
    const incident = { kind: 'outage', startedAt, endedAt: null, cause: 'Обрыв' } as const;
    await inBulkTransaction(world.ctx, (bulk) =>
      loadIncidents(bulk, [{ ...incident, buildingIds: [buildingId] }]),
    );
    expect((await check({ buildingId })).incident).toMatchObject({ cause: 'Обрыв' });
    const found = await call('GET /api/public/address-check/suggestions', { text: 'садовая 12' });
    expect(found.headers['access-control-allow-origin']).toBe('*');
    expect(found.body.rows[0]?.buildingId).toBe(buildingId);
    const { body } = await call('GET /api/public/address-check', { buildingId });
    expect(body).toEqual({
      verdict: 'available',
      text: 'Томск, ул. Садовая, д. 12',
      buildingId,
      isPrivateSector: false,
      plannedOn: null,
      lines: [{ technology: 'ftth', speedKbps: 100_000, cost: null }],
      tariffs: [
        {
          name: 'Домашний 100',
          service: 'internet',
          speedKbps: 100_000,
          monthlyFeeMinor: 60_000,
          connectionFeeMinor: 0,
          currency: 'RUB',
        },
      ],
    });
    const unknown = await call('GET /api/public/address-check', { text: 'Томск, Новая 99' });
    expect(unknown.body).toMatchObject({ verdict: 'unknown', buildingId: null, lines: [] });
  });

  test('what is meant for some is told to colleagues, and to anybody who may be one of them', async () => {
    const buildingId = house('Томск, пр-т Ленина, 8');
    await cover('Томск, пр-т Ленина, 8', { speedKbps: 100_000 });
    const meant: Record<string, EligibilityRule[]> = {
      'Домашний для своих': [{ rule: 'tenure', leastMonths: 12 }],
      'Домашний новым': [{ rule: 'newcomer' }],
      'Домашний здесь': [{ rule: 'buildings', buildingIds: [buildingId] }],
      'Домашний у соседей': [{ rule: 'buildings', buildingIds: [house('Томск, ул. Щорса, 3')] }],
      'Домашний по меди': [{ rule: 'technology', technologies: ['dsl'] }],
      'Домашний фирмам': [{ rule: 'subscriber_kind', kind: 'organisation' }],
    };
    const terms = { monthlyFeeMinor: 50_000, speedKbps: 50_000, validFrom: '2025-01-01' };
    for (const [name, eligibility] of Object.entries(meant)) {
      const product = { kind: 'tariff', service: 'internet', name, terms } as const;
      const { id } = (await call('POST /api/products', product, boss.as)).body;
      const about = { id, eligibility };
      expect((await call('PUT /api/products/{id}/about', about, boss.as)).status).toBe(200);
    }
    const named = (tariffs: readonly { name: string }[]): string[] =>
      tariffs.map(({ name }) => name).filter((name) => name in meant);
    const { body } = await call('GET /api/public/address-check', { buildingId });
    expect(named(body.tariffs)).toEqual(['Домашний здесь', 'Домашний новым']);
    expect(named((await check({ buildingId })).tariffs)).toHaveLength(6);
  });

  test('each flat connected since the ports were counted takes one of them, once', async () => {
    const address = 'Северск, ул. Садовая, 12';
    const buildingId = house(address);
    const line = { speedKbps: 100_000, portsTotal: 10 };
    const free = async () => (await check({ buildingId })).lines[0];
    const connect = async (flat: number): Promise<number> => {
      const addresses = [{ text: `${address}, кв. ${flat}` }];
      const person = { kind: 'person', lastName: 'Соседов', firstName: `Пётр ${flat}` } as const;
      const made = await call('POST /api/subscribers', { ...person, addresses }, boss.as);
      const lines = [{ kind: 'internet', login: `port${flat}` }] as const;
      return addAccount(world, made.body.id, { lines: [...lines], subscriptions: [] });
    };
    await connect(1);
    world.clock.advance({ seconds: 1 });
    await cover(address, { ...line, portsFree: 2 });
    expect(await free()).toMatchObject({ freeNow: 2, state: 'available' });
    world.clock.advance({ seconds: 1 });
    await connect(2);
    expect(await free()).toMatchObject({ freeNow: 1, state: 'available' });
    // Written again with another speed: nobody has counted anew.
    await cover(address, { ...line, speedKbps: 200_000, portsFree: 2, version: 1 });
    const last = await connect(3);
    expect(await free()).toMatchObject({ freeNow: 0, state: 'full' });
    const close = { id: last, words: 'Передумали' };
    await world.via(billingApi)('POST /api/accounts/{id}/close', close, boss.as);
    expect(await free()).toMatchObject({ freeNow: 1, state: 'available' });
    await cover(address, { ...line, portsFree: 3, version: 2 });
    expect(await free()).toMatchObject({ freeNow: 3 });
  });
});
