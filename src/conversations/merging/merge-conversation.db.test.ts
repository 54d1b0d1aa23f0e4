import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api } from '../api.ts';
import { ask, hour, minute, pass, readyAgent } from '../testing/desk.ts';

let world: World;
let boss: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  boss = await readyAgent(world, { name: 'Анна Белова' });
});
afterAll(() => world.close());

const call = () => world.via(api);
const opened = async (id: number, who = boss) =>
  (await call()('GET /api/conversations/{id}', { id }, who.as)).body;
const taken = async (wanted: string, phone?: string): Promise<number> => {
  const id = await ask(world, { wanted, ...(phone === undefined ? {} : { phone }) });
  await call()('POST /api/conversations/{id}/take', { id }, boss.as);
  return id;
};
const merge = async (id: number, fromId: number) =>
  call()(
    'POST /api/conversations/{id}/merge',
    { id, fromId, version: (await opened(id)).version },
    boss.as,
  );
const undo = async (id: number, mergeId: number) =>
  call()('POST /api/conversations/{id}/merges/{mergeId}/undo', { id, mergeId }, boss.as);
const listed = async (): Promise<number[]> => {
  const { body } = await call()('GET /api/conversations', { queue: 'all', limit: 200 }, boss.as);
  return body.rows.map(({ id }) => id);
};

test('merged, the old number leads to one feed; set apart, both are as they were', async () => {
  const [into, from] = [await taken('Интернет'), await taken('Телевизор')];
  const before = [await opened(into), await opened(from)];
  const done = await merge(into, from);
  expect(done.status).toBe(200);
  expect(await listed()).not.toContain(from);
  const one = await opened(from);
  expect(one.id).toBe(into);
  expect(one.messages.map(({ text }) => text)).toEqual(['Интернет', 'Телевизор']);
  // What happened to the one that it was before is told with the rest.
  const takes = one.history.filter(({ type }) => type === 'conversations.taken');
  expect(takes.map(({ facts }) => facts['number'])).toEqual([before[0]!.number, before[1]!.number]);
  expect(one.merges).toMatchObject([{ fromId: from, number: before[1]!.number }]);
  // What is written to the old number stands at the one that it became.
  await call()('POST /api/conversations/{id}/notes', { id: from, text: 'Оба' }, boss.as);
  expect((await opened(into)).messages.at(-1)?.text).toBe('Оба');
  expect((await merge(into, from)).body.code).toBe('conversations.merge_into_itself');

  expect((await undo(into, done.body.mergeId)).status).toBe(200);
  expect((await undo(into, done.body.mergeId)).body.code).toBe('conversations.no_such_merge');
  const after = [await opened(into), await opened(from)];
  const facts = (row: (typeof after)[number]) => ({
    ...row,
    version: 0,
    messages: [],
    history: [],
  });
  expect(after.map(facts)).toEqual(before.map(facts));
  const words = after.map(({ messages }) => messages.map(({ text }) => text));
  expect(words).toEqual([['Интернет', 'Оба'], ['Телевизор']]);
});

test('one that looks alike is found: of the same sender, open, near in time', async () => {
  const phone = '+79125557788';
  const first = await taken('Не работает', phone);
  await call()('POST /api/conversations/{id}/calls', { id: first }, boss.as);
  const second = await ask(world, { wanted: 'Всё ещё не работает', phone });
  const other = await ask(world);
  const alike = async (id: number, number?: number, who = boss): Promise<number[]> => {
    const input = { id, ...(number === undefined ? {} : { number }) };
    const { body } = await call()('GET /api/conversations/{id}/alike', input, who.as);
    return body.rows.map((row) => row.id);
  };
  expect(await alike(first)).toEqual([second]);
  const { number } = await opened(other);
  expect(await alike(first, number)).toContain(other);
  const narrow = await signedIn(world, { permissions: { 'conversations.view': 'own' } });
  const hidden = await call()('GET /api/conversations/{id}/alike', { id: first }, narrow.as);
  expect(hidden.status).toBe(404);
});

test('who does not reach one of the two neither merges them nor sets them apart', async () => {
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const mine = await signedIn(world, { permissions: grants });
  const other = await signedIn(world, { permissions: grants });
  const [own, foreign] = [await ask(world), await taken('Чужое')];
  await call()('POST /api/conversations/{id}/take', { id: own }, mine.as);
  const { version } = await opened(own, mine);
  const into = { id: own, fromId: foreign, version };
  expect((await call()('POST /api/conversations/{id}/merge', into, mine.as)).status).toBe(404);
  const third = await ask(world);
  const done = await call()(
    'POST /api/conversations/{id}/merge',
    { id: own, fromId: third, version },
    mine.as,
  );
  const apart = { id: own, mergeId: done.body.mergeId };
  const route = 'POST /api/conversations/{id}/merges/{mergeId}/undo';
  expect((await call()(route, apart, other.as)).status).toBe(404);
  expect((await call()(route, apart, mine.as)).status).toBe(200);
});

/** A conversation of ours whose call had this outcome. */
async function called(outcome: 'asked_later' | 'reached', nextTryAt?: string): Promise<number> {
  const id = await taken('Перезвоните');
  const { body } = await call()('POST /api/conversations/{id}/calls', { id }, boss.as);
  const said = { id, version: body.version, outcome, isClosed: false };
  const told = nextTryAt === undefined ? said : { ...said, nextTryAt };
  expect((await call()('POST /api/conversations/{id}/outcome', told, boss.as)).status).toBe(200);
  return id;
}
const inHours = (hours: number): string =>
  new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();
const told = async (id: number) => (await opened(id)).history.map(({ type }) => type);

test('a call that was promised in one comes in what it became', async () => {
  const at = inHours(2);
  const [into, from] = [await called('reached'), await called('asked_later', at)];
  const before = [await opened(into), await opened(from)];
  expect(before[1]?.nextTryAt).toBe(at);
  const first = await merge(into, from);
  expect((await opened(into)).nextTryAt).toBe(at);
  await undo(into, first.body.mergeId);
  const after = [await opened(into), await opened(from)];
  const plans = (rows: typeof after) => rows.map((row) => [row.nextTryAt, row.nextDueAt]);
  expect(plans(after)).toEqual(plans(before));
  await merge(into, from);
  await pass(world, 2 * hour - minute, hour);
  expect(await told(into)).not.toContain('conversations.try_due');
  await pass(world, minute, minute);
  expect(await told(into)).toContain('conversations.try_due');
});

test('what is put aside comes back no later than what was merged into it would have', async () => {
  const [into, from, promised] = [
    await called('reached'),
    await called('reached'),
    await called('asked_later', inHours(1)),
  ];
  const [late, soon] = [inHours(5), inHours(3)];
  for (const [id, until] of [
    [into, late],
    [from, soon],
  ] as const) {
    const { version } = await opened(id);
    await call()('POST /api/conversations/{id}/snooze', { id, version, until }, boss.as);
  }
  const { body } = await merge(into, from);
  expect(await opened(into)).toMatchObject({ snoozedUntil: soon, nextDueAt: soon });
  const second = await merge(into, promised);
  expect((await opened(into)).snoozedUntil).toBe((await opened(into)).nextTryAt);
  await undo(into, second.body.mergeId);
  await undo(into, body.mergeId);
  expect(await opened(into)).toMatchObject({ snoozedUntil: late, nextDueAt: late });
  expect(await opened(from)).toMatchObject({ state: 'snoozed', snoozedUntil: soon });
});

test('whoever works on one is not cut off by a colleague who merges it', async () => {
  const grants = { 'conversations.view': 'all', 'conversations.work': 'all' } as const;
  const mine = await signedIn(world, { permissions: grants });
  const [own, foreign] = [await ask(world), await taken('Чужое')];
  await call()('POST /api/conversations/{id}/take', { id: own }, mine.as);
  const into = { id: own, fromId: foreign, version: (await opened(own, mine)).version };
  const refused = await call()('POST /api/conversations/{id}/merge', into, mine.as);
  expect([refused.status, refused.body.code]).toEqual([409, 'conversations.not_yours']);
  const given = { id: foreign, version: (await opened(foreign)).version };
  const { body } = await call()('POST /api/conversations/{id}/release', given, boss.as);
  const stale = { ...into, fromVersion: body.version - 1 };
  const late = await call()('POST /api/conversations/{id}/merge', stale, mine.as);
  expect(late.body.code).toBe('conversations.changed_meanwhile');
  expect((await call()('POST /api/conversations/{id}/merge', into, mine.as)).status).toBe(200);
});

test('what was merged is seen by whoever sees what it became, and by nobody else', async () => {
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const mine = await signedIn(world, { permissions: grants });
  const other = await signedIn(world, { permissions: grants });
  const [own, part] = [await ask(world), await ask(world, { wanted: 'Хризолит в подвале' })];
  const found = async (who: SignedIn): Promise<string> =>
    (await world.request({ method: 'GET', url: '/api/search?q=Хризолит', headers: who.as })).body;
  const { number, messages } = await opened(part);
  const messageId = messages[0]?.id ?? 0;
  const stands = async (who: SignedIn): Promise<number> =>
    (await call()('GET /api/messages/{id}', { id: messageId }, who.as)).status;
  // Nobody's yet: somebody has to take it.
  expect(await found(other)).toContain(`№ ${number}`);
  expect(await stands(other)).toBe(200);
  await call()('POST /api/conversations/{id}/take', { id: own }, mine.as);
  const into = { id: own, fromId: part, version: (await opened(own, mine)).version };
  expect((await call()('POST /api/conversations/{id}/merge', into, mine.as)).status).toBe(200);
  expect([await stands(other), await stands(mine)]).toEqual([404, 200]);
  expect(await found(other)).not.toContain(`№ ${number}`);
  expect(await found(mine)).toContain(`№ ${number}`);
  // It goes from hand to hand with what it became.
  const { version } = await opened(own, mine);
  const given = { id: own, version, staffId: other.staffId };
  await call()('POST /api/conversations/{id}/assign', given, boss.as);
  expect([await stands(other), await stands(mine)]).toEqual([200, 404]);
  expect(await found(other)).toContain(`№ ${number}`);
  expect(await found(mine)).not.toContain(`№ ${number}`);
});

test('of a subscriber the file tells what was merged with theirs, and an erasure empties it', async () => {
  const people = world.via(subscribersApi);
  const left = { status: 'left', leftOn: '2019-01-01' } as const;
  const person = { kind: 'person', lastName: 'Ершов', firstName: 'Лев', ...left } as const;
  const subscriberId = (await people('POST /api/subscribers', person, boss.as)).body.id;
  const [own, part, above] = [await taken('Моё'), await taken('Из чата'), await taken('Сверху')];
  const named = { id: own, version: (await opened(own)).version, subscriberId };
  await call()('PUT /api/conversations/{id}/subscriber', named, boss.as);
  await merge(own, part);
  await merge(above, own);
  const input = { id: subscriberId, format: 'json' as const };
  const file = await people('GET /api/subscribers/{id}/personal-data', input, boss.as);
  for (const text of ['Моё', 'Из чата', 'Сверху']) {
    expect(JSON.stringify(file.body)).toContain(text);
  }
  const { version } = await opened(above);
  const close = { id: above, version, isNotARequest: true, note: 'Проверка' };
  await call()('POST /api/conversations/{id}/close', close, boss.as);
  const confirm = { id: subscriberId, confirm: 'Ершов Лев', reason: 'request' as const };
  expect((await people('POST /api/subscribers/{id}/erase', confirm, boss.as)).status).toBe(200);
  const kept = (await opened(above)).messages.filter(({ direction }) => direction === 'in');
  expect(kept.map(({ text }) => text)).toEqual(['', '', '']);
});
