import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let me: SignedIn;
let lead: SignedIn;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  me = await signedIn(world, { permissions: [] });
  lead = await signedIn(world, { permissions: ['work.share_templates'] });
});
afterAll(() => world.close());

const text = 'Здравствуйте, {{name}}! На счёте {{balance}}.';
const given = { name: 'Баланс', text, language: 'ru' as const };
const names = async (who: SignedIn): Promise<string[]> =>
  (await call('GET /api/templates', {}, who.as)).body.templates.map(({ name }) => name);

test('a text is its maker’s until it is shared by whoever may', async () => {
  const { body } = await call('POST /api/templates', given, me.as);
  expect(await names(me)).toEqual(['Баланс']);
  expect(await names(lead)).toEqual([]);
  const refused = await call('POST /api/templates', { ...given, isShared: true }, me.as);
  expect(refused.body.code).toBe('work.template_not_shareable');
  await call('POST /api/templates', { ...given, name: 'Общий', isShared: true }, lead.as);
  expect(await names(me)).toEqual(['Баланс', 'Общий']);
  const shared = (await call('GET /api/templates', {}, me.as)).body.templates[1]!;
  expect(shared.isOwn).toBe(false);
  const change = { id: shared.id, ...given, name: 'Чужой', isShared: true };
  expect((await call('PUT /api/templates/{id}', change, me.as)).status).toBe(404);
  expect((await call('DELETE /api/templates/{id}', { id: shared.id }, me.as)).status).toBe(404);
  expect((await call('PUT /api/templates/{id}', change, lead.as)).status).toBe(200);
  expect((await call('DELETE /api/templates/{id}', { id: body.id }, me.as)).status).toBe(200);
  expect(await names(me)).toEqual(['Чужой']);
});

test('a variable that nobody fills is refused', async () => {
  const { variables } = (await call('GET /api/templates', {}, me.as)).body;
  expect(variables).toEqual(expect.arrayContaining(['name', 'polite_name', 'contract', 'balance']));
  const wrong = { ...given, text: 'Добрый день, {{nmae}}' };
  const refused = await call('POST /api/templates', wrong, me.as);
  expect(refused.body).toMatchObject({ code: 'work.unknown_variable' });
  expect(refused.body.fields?.['text']).toContain('nmae');
});

test('values are those of the record’s subscriber, as far as the asker may see them', async () => {
  const boss = await signedIn(world, { name: 'Анна Белова' });
  const now = world.clock.now();
  const phone = '+79123456702';
  await world.ctx.db
    .insertInto('subscribers')
    .values({
      kind: 'person',
      displayName: 'Зайцева Ольга Петровна',
      firstName: 'Ольга',
      middleName: 'Петровна',
      rootId: 1,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await world.ctx.db
    .insertInto('contacts')
    .values({ subscriberId: 1, kind: 'phone', value: phone, createdAt: now })
    .execute();
  await world.ctx.db
    .insertInto('accounts')
    .values({ subscriberId: 1, number: '40-1', currency: 'RUB', createdAt: now })
    .execute();
  await world.request({
    method: 'POST',
    url: '/api/public/requests',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
    payload: JSON.stringify({ name: 'Оля', phone, wanted: 'Интернет', consent: true }),
  });
  const row = await world.ctx.db.selectFrom('conversations').select('id').executeTakeFirstOrThrow();
  const at = { entity: 'conversations', entityId: row.id };
  const { values } = (await call('GET /api/template-values', at, boss.as)).body;
  expect(values).toMatchObject({
    name: 'Ольга',
    polite_name: 'Ольга Петровна',
    contract: '40-1',
    own_name: 'Анна Белова',
  });
  expect(values['balance']).toMatch(/^0,00\s₽$/);
  const narrow = await signedIn(world, { permissions: ['conversations.view'] });
  const seen = (await call('GET /api/template-values', at, narrow.as)).body.values;
  expect([seen['name'], seen['balance']]).toEqual([null, null]);
  expect((await call('GET /api/template-values', at, me.as)).status).toBe(404);
});
