import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { api } from '../api.ts';
import { ask, readyAgent } from '../testing/desk.ts';

let world: World;
let boss: SignedIn;
let call: ReturnType<typeof world.via<typeof api>>;
const split = 'POST /api/conversations/{id}/split';
const undo = 'POST /api/conversations/{id}/splits/{splitId}/undo';

beforeAll(async () => {
  world = await createWorld();
  boss = await readyAgent(world, { name: 'Анна Белова' });
  call = world.via(api);
});
afterAll(() => world.close());

const opened = async (id: number) =>
  (await call('GET /api/conversations/{id}', { id }, boss.as)).body;
let phones = 0;
/** One conversation out of several words that one phone left before anybody called. */
const taken = async (words: readonly string[]): Promise<number> => {
  phones += 1;
  const phone = `+7913${String(1_000_000 + phones)}`;
  let id = 0;
  for (const wanted of words) {
    id = await ask(world, { wanted, phone });
    world.clock.advance({ seconds: 60 });
  }
  await call('POST /api/conversations/{id}/take', { id }, boss.as);
  return id;
};
const splitOff = async (id: number, texts: readonly string[], who = boss) => {
  const { version, messages } = await opened(id);
  const messageIds = messages.filter(({ text }) => texts.includes(text)).map((one) => one.id);
  return call(split, { id, version, messageIds }, who.as);
};
const touch = (id: number) => call('POST /api/conversations/{id}/calls', { id }, boss.as);
const textsOf = async (id: number) => (await opened(id)).messages.map(({ text }) => text);

test('chosen messages become a conversation in the same hands, which both sides show', async () => {
  const id = await taken(['Интернет', 'Телевизор', 'Счёт']);
  const { status, body } = await splitOff(id, ['Телевизор', 'Счёт']);
  expect(status).toBe(201);
  const [old, fresh] = [await opened(id), await opened(body.intoId)];
  expect([await textsOf(id), await textsOf(body.intoId)]).toEqual([
    ['Интернет'],
    ['Телевизор', 'Счёт'],
  ]);
  expect(old.splits).toEqual([
    { id: body.splitId, intoId: fresh.id, number: fresh.number, count: 2 },
  ]);
  expect(old.history.at(-1)).toMatchObject({ type: 'conversations.split' });
  expect(fresh).toMatchObject({
    number: body.number,
    phone: old.phone,
    owner: { id: boss.staffId },
    splitFrom: { splitId: body.splitId, id, number: old.number },
    callState: 'waiting',
  });
  // What the next word from there is about is one of the two that wait already.
  expect((await call(undo, { id: fresh.id, splitId: body.splitId }, boss.as)).status).toBe(200);
  expect(await textsOf(id)).toEqual(['Интернет', 'Телевизор', 'Счёт']);
  // The number of its own leads here for ever, and it is in no list.
  expect((await opened(fresh.id)).id).toBe(id);
  const again = await call(undo, { id, splitId: body.splitId }, boss.as);
  expect(again.body.code).toBe('conversations.no_such_split');
});

test.each<[string, string[], string]>([
  ['everything that was asked', ['Один', 'Два'], 'conversations.split_all'],
  ['nothing but our own note', ['Наша заметка'], 'conversations.split_nothing_asked'],
])('%s is not split off', async (_, texts, code) => {
  const id = await taken(['Один', 'Два']);
  await call('POST /api/conversations/{id}/notes', { id, text: 'Наша заметка' }, boss.as);
  expect((await splitOff(id, texts)).body.code).toBe(code);
});

test('a message of another conversation is not split off', async () => {
  const [id, other] = [await taken(['Один', 'Два']), await taken(['Чужое'])];
  const messageIds = (await opened(other)).messages.map((one) => one.id);
  const { version } = await opened(id);
  const { body } = await call(split, { id, version, messageIds }, boss.as);
  expect(body.code).toBe('conversations.message_not_found');
});

test('who does not reach the conversation neither splits it nor puts it back', async () => {
  const id = await taken(['Моё', 'И это']);
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const stranger = await signedIn(world, { permissions: grants });
  expect((await splitOff(id, ['И это'], stranger)).status).toBe(404);
  const { body } = await splitOff(id, ['И это']);
  expect((await call(undo, { id, splitId: body.splitId }, stranger.as)).status).toBe(404);
});

/** How the report on the first touch counts these conversations. */
const counted = async (ids: readonly number[]): Promise<number[]> => {
  const period = { from: '2020-01-01', to: '2020-12-31' };
  const from = (world.ctx.clock.now().toISOString() ?? '').slice(0, 10);
  const days = { ...period, from, to: from };
  const route = 'GET /api/conversations/first-touch/rows';
  const { body } = await call(route, { ...days, limit: 200 }, boss.as);
  return ids.filter((id) => body.rows.some((row) => row.id === id));
};

test('before the first touch each has a clock of its own, from its own first words', async () => {
  const id = await taken(['Интернет', 'Телевизор']);
  const { messages } = await opened(id);
  const { body } = await splitOff(id, ['Телевизор']);
  const fresh = await opened(body.intoId);
  expect(fresh).toMatchObject({ touchedAt: null, openedAt: messages[1]!.at });
  const dueAt = Date.parse(messages[1]!.at) + fresh.normSeconds * 1000;
  expect(Date.parse(fresh.touchDueAt)).toBe(dueAt);
  await touch(id);
  expect((await opened(body.intoId)).touchedAt).toBeNull();
  expect(await counted([id, body.intoId])).toEqual([id, body.intoId]);
});

test('after it whoever wrote has met a human: nothing runs anew, and one contact is counted', async () => {
  const id = await taken(['Интернет', 'Телевизор']);
  await touch(id);
  const { touchedAt } = await opened(id);
  const { body } = await splitOff(id, ['Телевизор']);
  expect(await opened(body.intoId)).toMatchObject({ touchedAt, touchSeconds: null });
  expect(await opened(id)).toMatchObject({ touchedAt });
  expect(await counted([id, body.intoId])).toEqual([id]);
});

test('a touch of what was split off is the contact’s touch when it is put back', async () => {
  const id = await taken(['Интернет', 'Телевизор']);
  const { body } = await splitOff(id, ['Телевизор']);
  await touch(body.intoId);
  const { touchedAt } = await opened(body.intoId);
  await call(undo, { id, splitId: body.splitId }, boss.as);
  const { openedAt, touchSeconds, ...old } = await opened(id);
  expect(old.touchedAt).toBe(touchedAt);
  const seconds = (Date.parse(touchedAt ?? '') - Date.parse(openedAt)) / 1000;
  expect(touchSeconds).toBe(Math.ceil(seconds));
  expect(await counted([id, body.intoId])).toEqual([id]);
});

test('what is merged is set apart before a split of it is put back', async () => {
  const [id, other] = [await taken(['Один', 'Два']), await taken(['Три'])];
  const { body } = await splitOff(id, ['Два']);
  const merge = async (into: number, fromId: number) => {
    const { version } = await opened(into);
    const input = { id: into, version, fromId };
    return (await call('POST /api/conversations/{id}/merge', input, boss.as)).body.mergeId;
  };
  for (const [into, from] of [
    [other, body.intoId],
    [body.intoId, id],
  ] as const) {
    const mergeId = await merge(into, from);
    const refused = await call(undo, { id, splitId: body.splitId }, boss.as);
    expect(refused.body.code).toBe('conversations.split_is_merged');
    await call(
      'POST /api/conversations/{id}/merges/{mergeId}/undo',
      { id: into, mergeId },
      boss.as,
    );
  }
  expect((await call(undo, { id, splitId: body.splitId }, boss.as)).status).toBe(200);
});

test('the person’s file, the search and a mention follow the words, and an erasure finds them', async () => {
  const people = world.via(subscribersApi);
  const phone = '+79139998877';
  const left = { status: 'left', leftOn: '2019-01-01' } as const;
  const person = { kind: 'person', lastName: 'Щукин', firstName: 'Лев', ...left } as const;
  const contacts = [{ kind: 'phone' as const, value: phone }];
  const subscriberId = (await people('POST /api/subscribers', { ...person, contacts }, boss.as))
    .body.id;
  const mate = await signedIn(world, { name: 'Коллега' });
  const id = await ask(world, { wanted: 'Кабель', phone });
  await ask(world, { wanted: 'Приставка', phone });
  await call('POST /api/conversations/{id}/take', { id }, boss.as);
  const text = '@Коллега, приставка';
  const note = { id, text, mentions: [mate.staffId] };
  await call('POST /api/conversations/{id}/notes', note, boss.as);
  const file = async () => {
    const input = { id: subscriberId, format: 'json' as const };
    const { body } = await people('GET /api/subscribers/{id}/personal-data', input, boss.as);
    return (body as unknown as { sections: unknown }).sections;
  };
  const before = await file();
  const { body } = await splitOff(id, ['Приставка', text]);
  expect(await file()).not.toEqual(before);
  const called = async () =>
    (await world.via(workApi)('GET /api/mentions', {}, mate.as)).body.rows[0]?.entityId;
  expect(await called()).toBe(body.intoId);
  const found = async (q: string) =>
    (await world.request({ method: 'GET', url: `/api/search?q=${q}`, headers: boss.as })).body;
  expect(await found('Приставка')).toContain(`№ ${body.number}`);
  await call(undo, { id, splitId: body.splitId }, boss.as);
  expect(await file()).toEqual(before);
  expect(await called()).toBe(id);
  const { body: again } = await splitOff(id, ['Приставка', text]);
  for (const one of [id, again.intoId]) {
    const { version } = await opened(one);
    const close = { id: one, version, isNotARequest: true, note: 'Проверка' };
    await call('POST /api/conversations/{id}/close', close, boss.as);
  }
  const confirm = { id: subscriberId, confirm: 'Щукин Лев', reason: 'request' as const };
  const erased = await people('POST /api/subscribers/{id}/erase', confirm, boss.as);
  expect(erased.status).toBe(200);
  expect(await textsOf(again.intoId)).not.toContain('Приставка');
  expect(await found('Приставка')).not.toContain(`№ ${again.number}`);
});

test('of whoever is named on one side of a split, an erasure takes the other side as well', async () => {
  const people = world.via(subscribersApi);
  const left = { status: 'left', leftOn: '2019-01-01' } as const;
  const person = { kind: 'person', lastName: 'Сомов', firstName: 'Лев', ...left } as const;
  const subscriberId = (await people('POST /api/subscribers', person, boss.as)).body.id;
  const id = await taken(['Кабель', 'Пульт']);
  const { body } = await splitOff(id, ['Пульт']);
  const { version } = await opened(id);
  const named = { id, version, subscriberId };
  await call('PUT /api/conversations/{id}/subscriber', named, boss.as);
  for (const one of [id, body.intoId]) {
    const now = (await opened(one)).version;
    const close = { id: one, version: now, isNotARequest: true, note: 'Проверка' };
    await call('POST /api/conversations/{id}/close', close, boss.as);
  }
  const confirm = { id: subscriberId, confirm: 'Сомов Лев', reason: 'request' as const };
  expect((await people('POST /api/subscribers/{id}/erase', confirm, boss.as)).status).toBe(200);
  expect(await textsOf(body.intoId)).not.toContain('Пульт');
});
