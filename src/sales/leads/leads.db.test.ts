import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as searchApi } from '../../kernel/search/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let reasonId = 0;
let sourceId = 0;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { team: 'Продажи' });
  const { body } = await call('GET /api/pipelines');
  reasonId = body.lostReasons[0]?.id ?? 0;
  sourceId = body.sources[0]?.id ?? 0;
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const bring = async (fields: Record<string, unknown>, as = boss.as) =>
  (await call('POST /api/leads', { name: 'Котова Анна', ...fields }, as)).body;
const read = async (id: number) => (await call('GET /api/leads/{id}', { id })).body;
const waiting = async () => (await call('GET /api/leads')).body.leads.map(({ id }) => id);

async function addSubscriber(lastName: string, phone: string): Promise<number> {
  const person = { kind: 'person' as const, lastName, firstName: 'Олег' };
  const contacts = [{ kind: 'phone' as const, value: phone }];
  const people = world.via(subscribersApi);
  return (await people('POST /api/subscribers', { ...person, contacts }, boss.as)).body.id;
}

describe('a lead', () => {
  test('out of a conversation takes what was said there, once', async () => {
    const form = { phone: '8 (913) 555-30-01', wanted: 'Подключите интернет на Мира, 4' };
    const conversationId = await ask(world, form);
    const { id, isNew } = (await call('POST /api/leads', { conversationId, sourceId })).body;
    expect(isNew).toBe(true);
    expect(await read(id)).toMatchObject({
      state: 'new',
      phone: '+79135553001',
      wanted: form.wanted,
      source: { id: sourceId },
      conversation: { id: conversationId },
    });
    const again = await call('POST /api/leads', { conversationId });
    expect(again.body).toEqual({ id, isNew: false });
    const stranger = await signedIn(world, { permissions: ['sales.work'], team: 'Юг' });
    const unseen = await call('POST /api/leads', { conversationId }, stranger.as);
    expect(unseen.body.code).toBe('sales.no_such_conversation');
    expect((await call('POST /api/leads', {})).body.code).toBe('sales.name_needed');
  });

  test('is accepted once, and its deal knows what it knew', async () => {
    const known = { phone: '+79135553002', wanted: 'Камеры', campaign: 'Листовки', flat: '12' };
    const { id } = await bring({ ...known, referralCode: 'ДРУГ-7' });
    const before = await waiting();
    const { body } = await call('POST /api/leads/{id}/accept', { id, version: 1 });
    const deal = await call('GET /api/deals/{id}', { id: body.dealId });
    expect(deal.body).toMatchObject({ ...known, state: 'open', owner: { id: boss.staffId } });
    const { rows } = await world.ctx.pool.query('select referral_code from deals where id = $1', [
      body.dealId,
    ]);
    expect(rows).toEqual([{ referral_code: 'ДРУГ-7' }]);
    expect(await waiting()).toEqual(before.filter((one) => one !== id));
    const twice = await call('POST /api/leads/{id}/accept', { id, version: 2 });
    expect(twice.body.code).toBe('sales.lead_decided');
  });

  test('is declined with a reason, and stands among what was decided', async () => {
    const { id } = await bring({});
    const decline = { id, version: 1, reasonId, note: 'Звонил ребёнок' };
    const unknown = await call('POST /api/leads/{id}/decline', { ...decline, reasonId: 999 });
    expect(unknown.body.code).toBe('sales.no_such_reason');
    await call('POST /api/leads/{id}/decline', decline);
    const { body } = await call('GET /api/leads', { isDecided: true });
    expect(body.leads[0]).toMatchObject({
      id,
      state: 'declined',
      declineReason: { id: reasonId },
      declineNote: 'Звонил ребёнок',
    });
  });

  test('shows whom and what it is like before anything is decided, and is attached', async () => {
    const phone = '+79135553004';
    const subscriberId = await addSubscriber('Тихонов', phone);
    const dealId = (await call('POST /api/deals', { name: 'Тихонов', phone })).body.id;
    const other = await bring({ phone });
    const { id } = await bring({ phone: '8 913 555 30 04' });
    expect(await read(id)).toMatchObject({
      subscribers: [{ id: subscriberId, by: ['phone'] }],
      deals: [{ id: dealId, by: ['phone'], state: 'open' }],
      leads: [{ id: other.id, by: ['phone'], state: 'new' }],
    });
    const nothing = await call('POST /api/leads/{id}/attach', { id, version: 1 });
    expect(nothing.body.code).toBe('sales.nothing_to_attach');
    await call('POST /api/leads/{id}/attach', { id, version: 1, dealId });
    expect(await read(id)).toMatchObject({ state: 'attached', dealId });
    const input = { id: other.id, version: 1, subscriberId };
    await call('POST /api/leads/{id}/attach', input);
    expect(await read(other.id)).toMatchObject({ state: 'attached', subscriberId });
  });

  test('stays with those who may see it, and is counted for them', async () => {
    const stranger = await signedIn(world, { permissions: { 'sales.work': 'own' }, team: 'Юг' });
    const own = await bring({ ownerStaffId: stranger.staffId, teamId: null });
    const foreign = await bring({});
    const count = await call('GET /api/leads/count', {}, stranger.as);
    expect(count.body).toEqual({ count: 1 });
    const seen = await call('GET /api/leads/{id}', { id: own.id }, stranger.as);
    expect(seen.status).toBe(200);
    const hidden = await call('GET /api/leads/{id}', { id: foreign.id }, stranger.as);
    expect(hidden.status).toBe(404);
    expect((await call('GET /api/leads', {}, stranger.as)).body.leads).toHaveLength(1);
  });

  test('goes with an erasure, which waits for a decision', async () => {
    const phone = '+79135553006';
    const id = await addSubscriber('Забытов', phone);
    const lead = await bring({ phone, wanted: 'Тишина' });
    const people = world.via(subscribersApi);
    const told = await people('GET /api/subscribers/{id}/personal-data', { id }, boss.as);
    expect(JSON.stringify(told.body)).toContain('Тишина');
    const how = { confirm: 'Забытов Олег', reason: 'request', isBeforeRetention: true } as const;
    const erase = () => people('POST /api/subscribers/{id}/erase', { id, ...how }, boss.as);
    expect((await erase()).body.code).toBe('sales.lead_waits');
    await call('POST /api/leads/{id}/decline', { id: lead.id, version: 1, reasonId });
    expect((await erase()).body.erasedIds).toEqual([id]);
    expect(await read(lead.id)).toMatchObject({ name: '—', phone: '', wanted: '' });
  });

  test('that became a deal is told and goes with whoever the deal is of', async () => {
    const id = await addSubscriber('Маяков', '+79135553007');
    const lead = await bring({ phone: '+79135553008', wanted: 'Маяк у моря' });
    const { body } = await call('POST /api/leads/{id}/accept', { id: lead.id, version: 1 });
    const deal = { id: body.dealId, version: 1 };
    await call('PATCH /api/deals/{id}', { ...deal, subscriberId: id, wanted: 'Интернет' });
    await call('POST /api/deals/{id}/win', { ...deal, version: 2 });
    const people = world.via(subscribersApi);
    const told = await people('GET /api/subscribers/{id}/personal-data', { id }, boss.as);
    expect(JSON.stringify(told.body)).toContain('Маяк у моря');
    const how = { confirm: 'Маяков Олег', reason: 'request', isBeforeRetention: true } as const;
    const erased = await people('POST /api/subscribers/{id}/erase', { id, ...how }, boss.as);
    expect(erased.body.erasedIds).toEqual([id]);
    expect(await read(lead.id)).toMatchObject({ name: '—', phone: '', wanted: '' });
  });
});

test('a lead is found by its phone and its words, by those who reach it', async () => {
  const fields = { name: 'Лещинская Инга', phone: '+79135559901', wanted: 'Камера во двор' };
  const { id } = (await call('POST /api/leads', fields)).body;
  const find = async (q: string, as = boss.as) => {
    const input = { q, kinds: ['lead'] };
    return (await world.via(searchApi)('GET /api/search', input, as)).body.results;
  };
  const found = await find('8 913 555-99-01');
  expect(found).toMatchObject([{ id, kind: 'lead', path: `/deals/leads?open=${id}` }]);
  expect((await find('Лещинская')).map((one) => one.id)).toEqual([id]);
  const stranger = await signedIn(world, { permissions: { 'sales.work': 'own' } });
  expect(await find('Лещинская', stranger.as)).toEqual([]);
});
