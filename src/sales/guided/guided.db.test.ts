import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulkLoad as loadProducts, loadBundles } from '../../catalog/index.ts';
import { api as conversationsApi } from '../../conversations/api.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { loadBuildings, streetKey } from '../../subscribers/index.ts';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { guidedBy, products, walkTo } from './testing/guided-walk.ts';

let world: World;
let boss: SignedIn;
let agent: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  agent = await signedIn(world, { role: 'agent', team: 'Продажи', name: 'Мария Орлова' });
  await inBulkTransaction(world.ctx, (bulk) => loadProducts(bulk, products));
});
afterAll(() => world.close());

const untyped = () => world.via({ ...api, ...conversationsApi });
const call = ((key, input, as = agent.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const sell = () => guidedBy(call);

async function begin(fields: Record<string, unknown> = { name: 'Котова Анна' }): Promise<number> {
  const made = await call('POST /api/guided-sales', fields);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}
const needs = '3 человека, 6 устройств, фильмы в 4K, работа из дома';
const line = { technology: 'ftth', lineKbps: 1_000_000 } as const;
const dealOf = async (id: number, as = agent.as) =>
  (await call('GET /api/deals/{id}', { id }, as)).body;

describe('a guided sale', () => {
  test('asks the needs, recommends one tariff aloud, and the deal has what was agreed on', async () => {
    const { read, put } = sell();
    const id = await begin();
    await walkTo(call, id, 'offer');
    expect(await read(id)).toMatchObject({ step: { kind: 'recommendation' }, lines: null });
    await put(id, 'line', line);
    const offered = await read(id);
    expect(offered).toMatchObject({
      recommended: { name: 'Скорость 300', feeMinor: 70_000 },
      alternatives: [],
      needs: { people: 3, uses: ['video', 'work'] },
    });
    expect(offered.alternativeCount).toBeGreaterThan(0);
    expect(offered.recommended?.reason).toContain('«Скорость 300»');
    await put(id, 'tariff', { versionId: offered.recommended?.versionId ?? 0 });
    await put(id, 'answer');
    await put(id, 'answer');
    const further = await read(id);
    expect(further.furthers).toMatchObject([{ name: 'Кинотеатр', isNeeded: true, answer: null }]);
    const productId = further.furthers[0]?.productId ?? 0;
    await put(id, 'further', { productId, answer: 'interested' });
    await put(id, 'answer');
    expect((await read(id)).paymentWays).toEqual([
      { way: 'full', totalMinor: 50_000, parts: 1, partMinor: 50_000 },
    ]);
    await put(id, 'payment', { way: 'full' });
    await put(id, 'answer');
    await put(id, 'end', { ending: { outcome: 'agreed' } });
    const { deal, state } = await read(id);
    expect(state).toBe('agreed');
    expect(await dealOf(deal.id)).toMatchObject({
      monthlyMinor: 90_000,
      onceMinor: 50_000,
      wanted: needs,
      products: [
        { name: 'Скорость 300', monthlyMinor: 70_000, onceMinor: 50_000 },
        { name: 'Кинотеатр', monthlyMinor: 20_000, onceMinor: 0 },
      ],
    });
    const late = await call('POST /api/guided-sales/{id}/back', { id, version: 99 });
    expect(late.body.code).toBe('sales.guided_over');
  });

  test('keeps answers when it goes back, and recommends anew by others', async () => {
    const { read, put } = sell();
    const id = await begin();
    await walkTo(call, id, 'offer');
    await put(id, 'line', line);
    for (let steps = 0; steps < 6; steps += 1) await put(id, 'back');
    expect(await read(id)).toMatchObject({
      step: { key: 'people' },
      answer: { options: [2], number: null },
    });
    await put(id, 'answer', { number: 12 });
    await walkTo(call, id, 'offer');
    expect((await read(id)).recommended?.name).toBe('Скорость 500');
    const { rows } = await world.ctx.pool.query(
      `select needs ->> 'people' as people from sale_recommendations
       where guided_sale_id = $1 order by id`,
      [id],
    );
    expect(rows).toEqual([{ people: '3' }, { people: '12' }]);
  });

  test('tells others only when asked, and only what was told can be taken', async () => {
    const { read, put } = sell();
    const id = await begin();
    await walkTo(call, id, 'offer');
    await put(id, 'line', line);
    const { rows } = await world.ctx.pool.query<{ id: number }>(
      `select (choices -> 1 ->> 'versionId')::int as id from sale_recommendations
       where guided_sale_id = $1`,
      [id],
    );
    const versionId = rows[0]?.id ?? 0;
    const { version } = await read(id);
    const untold = { id, version, versionId };
    const refused = await call('PUT /api/guided-sales/{id}/tariff', untold);
    expect(refused.body.code).toBe('sales.not_recommended');
    await put(id, 'alternatives');
    expect((await read(id)).alternatives.map((one) => one.versionId)).toContain(versionId);
    await put(id, 'tariff', { versionId });
    expect((await read(id)).taken?.versionId).toBe(versionId);
  });

  test('where nothing covers the need, nothing is recommended and nothing agreed', async () => {
    const { read, put } = sell();
    const id = await begin();
    await walkTo(call, id, 'offer');
    await put(id, 'line', { technology: 'dsl', lineKbps: 8000 });
    expect(await read(id)).toMatchObject({ recommended: null, isRecommended: false });
    const { version } = await read(id);
    const ending = { outcome: 'agreed' } as const;
    const refused = await call('POST /api/guided-sales/{id}/end', { id, version, ending });
    expect(refused.body.code).toBe('sales.nothing_taken');
  });

  test('begins in a conversation, goes on there, and who thinks is called again', async () => {
    const { read, put } = sell();
    const conversationId = await ask(world, { name: 'Ольга', wanted: 'Подключить интернет' });
    const untaken = await call('POST /api/guided-sales', { conversationId });
    expect(untaken.body.code).toBe('conversations.not_taken');
    await call('POST /api/conversations/{id}/take', { id: conversationId });
    const id = await begin({ conversationId });
    expect(await begin({ conversationId })).toBe(id);
    const under = await call('GET /api/guided-sales/under-way', { conversationId });
    expect(under.body).toEqual({ id });
    const { deal } = await read(id);
    expect(await dealOf(deal.id)).toMatchObject({
      name: 'Ольга',
      wanted: 'Подключить интернет',
      conversation: { id: conversationId },
      owner: { id: agent.staffId },
    });
    const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    await put(id, 'end', { ending: { outcome: 'thinking', until } });
    expect(await dealOf(deal.id)).toMatchObject({ state: 'open', nextAt: until });
    const { body } = await call('GET /api/conversations/{id}', { id: conversationId });
    expect(body.followUps).toMatchObject([{ doneAt: null }]);
    const second = await begin({ dealId: deal.id });
    expect(second).not.toBe(id);
    const { body: settings } = await call('GET /api/pipelines', {});
    const reasonId = settings.lostReasons[0]?.id ?? 0;
    await put(second, 'end', { ending: { outcome: 'refused', reasonId, note: 'Дорого' } });
    expect(await dealOf(deal.id)).toMatchObject({ state: 'lost', lostNote: 'Дорого' });
  });

  test('begins at the house and the flat that were checked before', async () => {
    const place = { city: 'Томск', streetKind: 'street', street: 'Мира', building: '17' };
    const key = { streetKey: streetKey('Томск', 'Мира'), flat: '', isPrivateSector: false };
    const [buildingId = null] = await inBulkTransaction(world.ctx, (bulk) =>
      loadBuildings(bulk, [{ ...place, ...key }]),
    );
    const at = { name: 'Котова Анна', address: 'Мира 17', buildingId, flat: '5' };
    const opened = async (fields: object) =>
      (await sell().read(await begin({ ...at, ...fields }))).place;
    expect(await opened({})).toMatchObject({ buildingId, flat: '5' });
    // Of words alone the house is found, and a flat that was named apart stays.
    expect(await opened({ buildingId: null })).toMatchObject({ buildingId, flat: '5' });
    const unknown = await call('POST /api/guided-sales', { ...at, buildingId: 999_999_999 });
    expect(unknown.body.code).toBe('sales.no_such_building');
  });

  test('names whoever is known, else who wrote, never a key of a channel', async () => {
    const named = async (change: string, values: unknown[] = []) => {
      const conversationId = await ask(world, { name: 'оля', wanted: 'Подключить интернет' });
      const set = `update conversations set ${change} where id = $1`;
      await world.ctx.pool.query(set, [conversationId, ...values]);
      await call('POST /api/conversations/{id}/take', { id: conversationId });
      const { body } = await call('POST /api/guided-sales', { conversationId });
      return { name: (await sell().read(body.id)).deal.name, conversationId };
    };
    const people = world.via(subscribersApi);
    const person = { kind: 'person' as const, lastName: 'Зайцева', firstName: 'Ольга' };
    const { body } = await people('POST /api/subscribers', { ...person, contacts: [] }, boss.as);
    expect((await named('subscriber_id = $2', [body.id])).name).toBe('Зайцева Ольга');
    expect(
      (await named("channel = 'call', contact_draft = '{}', sender = '+79135550101'")).name,
    ).toBe('+79135550101');
    const chat = await named("channel = 'chat', contact_draft = '{}', sender = 'chat-7'");
    expect(chat.name).toMatch(/^№ \d+$/);
  });

  test('of a talk that may not be read none is begun', async () => {
    const works = { 'sales.work': 'all', 'conversations.work': 'all' } as const;
    const blind = await signedIn(world, { permissions: works, team: 'Продажи' });
    const conversationId = await ask(world, { wanted: 'Подключить интернет' });
    await call('POST /api/conversations/{id}/take', { id: conversationId }, blind.as);
    const { body } = await call('POST /api/guided-sales', { conversationId }, blind.as);
    expect(body.code).toBe('sales.no_such_conversation');
  });

  test('goes on in the talk that its own was merged into', async () => {
    const [from = 0, into = 0] = await Promise.all(
      ['Первый', 'Второй'].map((name) => ask(world, { name, wanted: 'Подключить интернет' })),
    );
    const { body: taken } = await call('POST /api/conversations/{id}/take', { id: from });
    const { body: lead } = await call('POST /api/leads', { conversationId: from });
    const id = await begin({ conversationId: from });
    const { version } = (await call('POST /api/conversations/{id}/take', { id: into })).body;
    const merge = { id: into, version, fromId: from, fromVersion: taken.version };
    expect((await call('POST /api/conversations/{id}/merge', merge)).status).toBe(200);
    expect(await begin({ conversationId: into })).toBe(id);
    const under = await call('GET /api/guided-sales/under-way', { conversationId: into });
    expect(under.body).toEqual({ id });
    const again = await call('POST /api/leads', { conversationId: into });
    expect(again.body).toEqual({ id: lead.id, isNew: false });
  });

  test('is of those who reach its deal, and of two who write one is told', async () => {
    const id = await begin();
    const stranger = await signedIn(world, { permissions: { 'sales.work': 'own' }, team: 'Юг' });
    const hidden = await call('GET /api/guided-sales/{id}', { id }, stranger.as);
    expect(hidden.status).toBe(404);
    const { deal } = await sell().read(id);
    const about = { dealId: deal.id };
    const beyond = await call('POST /api/guided-sales', about, stranger.as);
    expect(beyond.body.code).toBe('sales.deal_not_found');
    const unseen = await call('GET /api/guided-sales/under-way', about, stranger.as);
    expect(unseen.body).toEqual({ id: null });
    const writes = [
      ['POST /api/guided-sales/{id}/answer', {}],
      ['POST /api/guided-sales/{id}/back', {}],
      ['PUT /api/guided-sales/{id}/address', { buildingId: 1 }],
      ['PUT /api/guided-sales/{id}/line', line],
      ['PUT /api/guided-sales/{id}/metres', { metres: 5 }],
      ['POST /api/guided-sales/{id}/alternatives', {}],
      ['PUT /api/guided-sales/{id}/tariff', { versionId: 1 }],
      ['POST /api/guided-sales/{id}/objections', { answerId: 1, hasHelped: true }],
      ['PUT /api/guided-sales/{id}/further', { productId: 1, answer: 'later' }],
      ['PUT /api/guided-sales/{id}/payment', { way: 'full' }],
      ['POST /api/guided-sales/{id}/end', { ending: { outcome: 'agreed' } }],
    ] as const;
    for (const [route, input] of writes) {
      const refused = await call(route, { id, version: 1, ...input }, stranger.as);
      expect([route, refused.status]).toEqual([route, 404]);
    }
    const mate = await signedIn(world, { role: 'agent', team: 'Продажи' });
    const first = { id, version: 1 };
    expect((await call('POST /api/guided-sales/{id}/answer', first, mate.as)).status).toBe(200);
    const late = await call('POST /api/guided-sales/{id}/answer', first);
    expect(late.body.code).toBe('sales.guided_changed');
  });

  test('leaves needs with the subscriber, tells them, and forgets them', async () => {
    const people = world.via(subscribersApi);
    const person = { kind: 'person', lastName: 'Тихонов', firstName: 'Олег' } as const;
    const made = await people('POST /api/subscribers', person, boss.as);
    const subscriberId = made.body.id;
    const deal = { name: 'Тихонов Олег', subscriberId };
    const { body } = await call('POST /api/deals', deal, boss.as);
    const asBoss = ((key, input) => untyped()(key, input, boss.as)) as typeof call;
    const begun = await asBoss('POST /api/guided-sales', { dealId: body.id });
    const { id } = begun.body;
    const { put } = guidedBy(asBoss);
    await walkTo(asBoss, id, 'offer');
    await put(id, 'line', line);
    await put(id, 'end', { ending: { outcome: 'agreed' } });
    const of = { id: subscriberId };
    const card = await people('GET /api/subscribers/{id}', of, boss.as);
    expect(card.body.needs.map(({ text }) => text)).toEqual([needs]);
    const told = await people('GET /api/subscribers/{id}/personal-data', of, boss.as);
    expect(JSON.stringify(told.body)).toContain('Скорость 300');
    const closed = { id: body.id, version: (await dealOf(body.id, boss.as)).version };
    await call('POST /api/deals/{id}/win', closed, boss.as);
    const erasing = { ...of, reason: 'entered_by_mistake', confirm: 'Тихонов Олег' } as const;
    const erased = await people('POST /api/subscribers/{id}/erase', erasing, boss.as);
    expect(erased.body).not.toHaveProperty('code');
    const { rows } = await world.ctx.pool.query(
      `select g.answers, n.needs, n.choices -> 0 ->> 'reason' as reason
       from guided_sales g join sale_recommendations n on n.guided_sale_id = g.id
       where g.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ answers: {}, needs: {}, reason: '' }]);
  });
  test('a bundle is recommended where what is needed costs less so, and sold as it was told', async () => {
    const day = { currency: 'RUB', validFrom: '2026-01-01', kind: 'addon' } as const;
    const fees = { tv: 25_000, mobile: 30_000 };
    await inBulkTransaction(world.ctx, async (bulk) => {
      await loadProducts(bulk, [
        { ...day, name: 'Каналы', service: 'tv', monthlyFeeMinor: fees.tv, tvChannels: 180 },
        {
          ...day,
          name: 'Мобильная связь',
          service: 'mobile',
          monthlyFeeMinor: fees.mobile,
          serves: ['mobile'],
        },
        {
          ...day,
          name: 'Роутер',
          service: 'other',
          monthlyFeeMinor: 12_000,
          connectionFeeMinor: 10_000,
          serves: ['wifi'],
        },
      ]);
      const parts = ['Скорость 300', 'Каналы'];
      const priced = { kind: 'price', name: 'Дом и ТВ', value: 85_000 } as const;
      const all = { ...priced, name: 'Всё', value: 105_000 };
      await loadBundles(bulk, [
        { ...priced, products: parts },
        { ...all, products: [...parts, 'Мобильная связь'] },
        { kind: 'price', name: 'Дом и Wi-Fi', value: 77_000, products: ['Скорость 300', 'Роутер'] },
      ]);
    });
    const { read, put } = sell();
    const offeredFor = async (...options: number[]) => {
      const id = await begin();
      await walkTo(call, id, 'uses');
      await put(id, 'answer', { options });
      await walkTo(call, id, 'offer');
      await put(id, 'line', line);
      return { id, recommended: (await read(id)).recommended };
    };
    const [work, tv, wifi, mobile] = [2, 4, 5, 6];
    expect((await offeredFor(work, mobile)).recommended).toMatchObject({ bundle: null, also: [] });
    const { recommended } = await offeredFor(work, tv);
    expect(recommended).toMatchObject({
      tv: { name: 'Каналы' },
      also: [],
      bundle: { name: 'Дом и ТВ', apartMinor: 95_000 },
      feeMinor: 85_000,
    });
    expect(recommended?.reason).toContain('пакет «Дом и ТВ» — «Скорость 300» и «Каналы»');
    const { id, recommended: all } = await offeredFor(work, tv, mobile);
    expect(all).toMatchObject({
      also: [{ name: 'Мобильная связь' }],
      bundle: { name: 'Всё', apartMinor: 125_000 },
      feeMinor: 105_000,
    });
    await put(id, 'tariff', { versionId: all?.versionId ?? 0 });
    await put(id, 'end', { ending: { outcome: 'agreed' } });
    const { deal } = await read(id);
    const sold = await dealOf(deal.id);
    expect(sold).toMatchObject({ monthlyMinor: 105_000 });
    const { agreed } = (await call('GET /api/deals/{id}/quotes', { id: deal.id })).body;
    const productVersionIds = agreed?.productVersionIds ?? [];
    expect(productVersionIds).toHaveLength(3);
    await call('POST /api/deals/{id}/quotes', { id: deal.id, productVersionIds });
    const { quotes } = (await call('GET /api/deals/{id}/quotes', { id: deal.id })).body;
    expect(quotes).toMatchObject([{ monthlyMinor: 105_000 }]);

    // What takes a fee once is offered beside, for what it adds to the bundle that it makes.
    const besides = await offeredFor(work, wifi);
    expect(besides.recommended).toMatchObject({ bundle: null, feeMinor: 70_000 });
    await walkTo(call, besides.id, 'further');
    const { furthers, deal: another } = await read(besides.id);
    const router = furthers.find(({ name }) => name === 'Роутер');
    expect(router).toMatchObject({ monthlyFeeMinor: 12_000, addedMinor: 7000 });
    const productId = router?.productId ?? 0;
    await put(besides.id, 'further', { productId, answer: 'interested' });
    await put(besides.id, 'end', { ending: { outcome: 'agreed' } });
    expect(await dealOf(another.id)).toMatchObject({ monthlyMinor: 77_000, onceMinor: 60_000 });
  });
});
