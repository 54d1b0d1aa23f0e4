import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as searchApi } from '../../kernel/search/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let stages: { id: number; name: string }[];
let reasons: { id: number; name: string }[];

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { name: 'Смирнова Вера', team: 'Продажи' });
  const { body } = await call('GET /api/pipelines');
  stages = body.pipelines[0]?.stages ?? [];
  reasons = body.lostReasons;
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const stage = (at: number): number => stages[at]?.id ?? 0;

async function open(fields: Record<string, unknown> = {}, as = boss.as): Promise<number> {
  const made = await call('POST /api/deals', { name: 'Котова Анна', ...fields }, as);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}
const read = async (id: number) => (await call('GET /api/deals/{id}', { id })).body;

test('a new operator has a pipeline, sources and reasons', async () => {
  const { body } = await call('GET /api/pipelines');
  expect(body.pipelines).toHaveLength(1);
  expect(stages.map(({ name }) => name)).toEqual([
    'Новая заявка',
    'Выявление потребностей',
    'Предложение',
    'Договор',
    'Подключение',
  ]);
  expect(body.sources.length).toBeGreaterThan(3);
  expect(body.lostReasons.length).toBeGreaterThan(3);
});

describe('a deal', () => {
  test('begins in the first stage, whoever’s opens it, its phone in one form', async () => {
    const id = await open({ phone: '8 (913) 555-10-01', email: 'Anna@Example.ru' });
    expect(await read(id)).toMatchObject({
      stage: { name: 'Новая заявка' },
      state: 'open',
      phone: '+79135551001',
      email: 'anna@example.ru',
      owner: { id: boss.staffId },
      team: { id: boss.teamId },
      currency: 'RUB',
      createdBy: 'Смирнова Вера',
    });
    const wrong = await call('POST /api/deals', { name: 'Кто', phone: '123' });
    expect(wrong.body).toMatchObject({ code: 'sales.bad_phone', fields: { phone: {} } });
  });

  test('enters a stage only with what it asks for, given before or with the move', async () => {
    const id = await open();
    const move = { id, version: 1, stageId: stage(2) };
    const refused = await call('POST /api/deals/{id}/move', move);
    expect(refused).toMatchObject({ status: 422, body: { code: 'sales.fields_missing' } });
    const { fields } = refused.body as unknown as { fields: Record<string, unknown> };
    expect(Object.keys(fields)).toEqual(['phone', 'address', 'wanted']);
    const given = { phone: '+79135551002', address: 'Мира, 5', wanted: 'Игры и работа' };
    const moved = await call('POST /api/deals/{id}/move', { ...move, ...given });
    expect(moved.body).toEqual({ id, version: 2 });
    expect(await read(id)).toMatchObject({ ...given, stage: { id: stage(2) } });
  });

  test('keeps every field’s history, words apart from what is coded', async () => {
    const id = await open();
    const change = { id, version: 1, monthlyMinor: 65_000, wanted: 'Камеры' };
    await call('PATCH /api/deals/{id}', change);
    const { history } = await read(id);
    expect(history.map(({ type }) => type)).toEqual(['sales.deal_opened', 'sales.deal_changed']);
    const person = { kind: 'person' as const, lastName: 'Котова', firstName: 'Анна' };
    const made = await world.via(subscribersApi)('POST /api/subscribers', person, boss.as);
    const { id: subscriberId } = made.body;
    await call('PATCH /api/deals/{id}', { id, version: 2, subscriberId });
    expect((await read(id)).names).toMatchObject({
      [`subscriberId ${subscriberId}`]: 'Котова Анна',
    });
    expect(history[1]).toMatchObject({
      actor: 'Смирнова Вера',
      facts: { before: { monthlyMinor: 0 }, after: { monthlyMinor: 65_000 } },
      details: { before: { wanted: '' }, after: { wanted: 'Камеры' } },
    });
  });

  test('is won, opened again and lost with a reason from the dictionary', async () => {
    const id = await open();
    await call('POST /api/deals/{id}/win', { id, version: 1 });
    expect(await read(id)).toMatchObject({ state: 'won', lostReason: null });
    const twice = await call('POST /api/deals/{id}/win', { id, version: 2 });
    expect(twice.body.code).toBe('sales.deal_closed');
    const moved = await call('POST /api/deals/{id}/move', { id, version: 2, stageId: stage(1) });
    expect(moved.body.code).toBe('sales.deal_closed');
    const reopen = (reason: string) =>
      call('POST /api/deals/{id}/reopen', { id, version: 2, reason });
    expect((await reopen('')).status).toBe(422);
    await reopen('Передумали ждать');
    const { history, ...reopened } = await read(id);
    expect(reopened).toMatchObject({ state: 'open', closedAt: null });
    expect(history.at(-1)).toMatchObject({
      type: 'sales.deal_reopened',
      details: { reason: 'Передумали ждать' },
    });
    const lose = { id, version: 3, reasonId: 999, note: 'Соседи отговорили' };
    const unknown = await call('POST /api/deals/{id}/lose', lose);
    expect(unknown.body.code).toBe('sales.no_such_reason');
    await call('POST /api/deals/{id}/lose', { ...lose, reasonId: reasons[0]?.id ?? 0 });
    expect(await read(id)).toMatchObject({
      state: 'lost',
      lostReason: { name: 'Дорого' },
      lostNote: 'Соседи отговорили',
    });
  });

  test('is not written over by whoever has seen an older one', async () => {
    const id = await open();
    await call('PATCH /api/deals/{id}', { id, version: 1, flat: '7' });
    const late = await call('PATCH /api/deals/{id}', { id, version: 1, flat: '8' });
    expect(late).toMatchObject({ status: 409, body: { code: 'sales.changed_meanwhile' } });
    expect((await read(id)).flat).toBe('7');
  });

  test('is found by its number, its phone and its name, and listed', async () => {
    const id = await open({ name: 'Лепестков Илья', phone: '+79135551044', monthlyMinor: 50_000 });
    const search = world.via(searchApi);
    for (const q of [String(id), '+79135551044', 'лепестков']) {
      const { body } = await search('GET /api/search', { q, kinds: ['deal'] }, boss.as);
      expect(body.results.map((one) => one.id)).toContain(id);
    }
    const filter = { field: 'phone', op: 'is' as const, value: '+79135551044' };
    const columns = ['name', 'stageId', 'monthlyMinor'];
    const { body } = await call('POST /api/deals/list', { columns, filter });
    expect(body.rows).toMatchObject([{ id, cells: { name: 'Лепестков Илья' } }]);
  });

  test('keeps the figures that it was closed with, unless whoever leads sales corrects them', async () => {
    const seller = await signedIn(world, { permissions: ['sales.work'], team: 'Продажи' });
    const id = await open({ monthlyMinor: 60_000 }, seller.as);
    await call('POST /api/deals/{id}/win', { id, version: 1 }, seller.as);
    const change = (fields: object, as = seller.as) =>
      call('PATCH /api/deals/{id}', { id, version: 2, ...fields }, as);
    for (const fields of [{ monthlyMinor: 990_000 }, { onceMinor: 1 }, { campaign: 'Листовки' }]) {
      const refused = await change(fields);
      expect(refused.body).toMatchObject({ code: 'sales.figures_settled' });
    }
    expect((await change({ monthlyMinor: 61_000 }, boss.as)).status).toBe(200);
    const noted = { id, version: 3, nextStep: 'Спросить, как дела' };
    expect((await call('PATCH /api/deals/{id}', noted, seller.as)).status).toBe(200);
  });

  test('stays with those who may see it', async () => {
    const id = await open();
    const stranger = await signedIn(world, { permissions: { 'sales.work': 'own' }, team: 'Юг' });
    expect((await call('GET /api/deals/{id}', { id }, stranger.as)).status).toBe(404);
    const own = await open({}, stranger.as);
    expect((await call('GET /api/deals/{id}', { id: own }, stranger.as)).status).toBe(200);
    const agent = await signedIn(world, { role: 'agent', team: 'Продажи' });
    expect((await call('GET /api/deals/{id}', { id }, agent.as)).status).toBe(200);
  });
});

describe('somebody who wants to be forgotten', () => {
  test('is told what deals hold, is kept while one is open, and is gone then', async () => {
    const people = world.via(subscribersApi);
    const phone = '+79135551077';
    const person = { kind: 'person' as const, lastName: 'Тихонов', firstName: 'Олег' };
    const contacts = [{ kind: 'phone' as const, value: phone }];
    const { body } = await people('POST /api/subscribers', { ...person, contacts }, boss.as);
    const subscriberId = body.id;
    const own = await open({ name: 'Тихонов О.', subscriberId, wanted: 'Тишина' });
    const byPhone = await open({ name: 'Олег с сайта', phone, address: 'Мира, 8' });
    const card = await people('GET /api/subscribers/{id}', { id: subscriberId }, boss.as);
    expect(card.body.parts['deals']).toMatchObject([{ id: own, state: 'open' }]);
    const told = await people(
      'GET /api/subscribers/{id}/personal-data',
      { id: subscriberId },
      boss.as,
    );
    for (const word of ['Тишина', 'Олег с сайта']) {
      expect(JSON.stringify(told.body)).toContain(word);
    }
    const erase = () =>
      people(
        'POST /api/subscribers/{id}/erase',
        { id: subscriberId, reason: 'request', confirm: 'Тихонов Олег', isBeforeRetention: true },
        boss.as,
      );
    expect((await erase()).body.code).toBe('sales.still_open');
    for (const id of [own, byPhone]) await call('POST /api/deals/{id}/win', { id, version: 1 });
    expect((await erase()).body.erasedIds).toEqual([subscriberId]);
    const { rows } = await world.ctx.pool.query(
      `select name, phone, address, wanted from deals where id = any($1)`,
      [[own, byPhone]],
    );
    const nothing = { name: '—', phone: '', address: '', wanted: '' };
    expect(rows).toEqual([nothing, nothing]);
    const { history } = await read(byPhone);
    expect(history.every(({ details }) => details === null)).toBe(true);
  });
});
