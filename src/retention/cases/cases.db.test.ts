import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as conversationsApi } from '../../conversations/api.ts';
import { api as searchApi } from '../../kernel/search/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api as ticketsApi } from '../../tickets/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ensureDictionaries } from '../reasons/ensure-reasons.ts';

let world: World;
let boss: SignedIn;
let phones = 0;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { team: 'Удержание' });
  // From here on it is listened.
  await world.hear();
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const read = async (id: number) => (await call('GET /api/cases/{id}', { id })).body;

async function addPerson(): Promise<{ id: number; phone: string }> {
  phones += 1;
  const phone = `+7913666${String(1000 + phones)}`;
  const person = { kind: 'person' as const, lastName: 'Уходов', firstName: `Пётр ${phones}` };
  const contacts = [{ kind: 'phone' as const, value: phone }];
  const people = world.via(subscribersApi);
  const { body } = await people('POST /api/subscribers', { ...person, contacts }, boss.as);
  return { id: body.id, phone };
}

const openOf = async (subscriberId: number) => {
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    `select id from retention_cases where subscriber_id = $1 and state = 'open'`,
    [subscriberId],
  );
  return rows.map(({ id }) => id);
};

async function reasonId(): Promise<number> {
  const { body } = await call('GET /api/leaving-reasons');
  return body.reasons.find(({ parentId }) => parentId !== null)?.id ?? 0;
}

describe('a wish to leave opens a case', () => {
  test('by what somebody wrote, once, and further words join it', async () => {
    const { id, phone } = await addPerson();
    const conversationId = await ask(world, { phone, wanted: 'Как расторгнуть договор?' });
    await world.hear();
    const [caseId = 0] = await openOf(id);
    const found = await read(caseId);
    expect(found).toMatchObject({ source: 'words', state: 'open', isRepeated: false });
    expect(found.wishes).toMatchObject([
      { words: 'расторгнуть договор', conversation: { id: conversationId } },
    ]);
    await ask(world, { phone, wanted: 'Сколько можно! Я ухожу от вас.' });
    await world.hear();
    expect(await openOf(id)).toEqual([caseId]);
    expect(await read(caseId)).toMatchObject({ isAngry: true, isRepeated: false });
    expect((await read(caseId)).wishes).toHaveLength(2);
    const beside = { conversationId };
    const { body } = await call('GET /api/cases/of-conversation/{conversationId}', beside);
    expect(body).toEqual({ caseId, isKnown: true });
  });

  test('by a note of what was said on the phone, and by a ticket', async () => {
    const { id, phone } = await addPerson();
    const conversationId = await ask(world, { phone, wanted: 'Перезвоните мне' });
    await world.hear();
    expect(await openOf(id)).toEqual([]);
    const note = { id: conversationId, text: 'Просит закрыть договор, переезжает' };
    await world.via(conversationsApi)('POST /api/conversations/{id}/notes', note, boss.as);
    await world.hear();
    expect(await openOf(id)).toHaveLength(1);
    const other = await addPerson();
    const { body } = await world.via(ticketsApi)('GET /api/ticket-categories', {}, boss.as);
    const ticket = {
      subscriberId: other.id,
      categoryId: body.categories[0]?.id ?? 0,
      subject: 'Заявление на расторжение договора',
    };
    await world.via(ticketsApi)('POST /api/tickets', ticket, boss.as);
    await world.hear();
    const [caseId = 0] = await openOf(other.id);
    expect((await read(caseId)).wishes[0]?.ticketId).not.toBeNull();
  });

  test('by hand, once however often and at once it is asked for', async () => {
    const { id } = await addPerson();
    const answers = await Promise.all(
      [1, 2, 3].map(() => call('POST /api/cases', { subscriberId: id })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.isNew)).toHaveLength(1);
    expect(await openOf(id)).toHaveLength(1);
    expect((await call('POST /api/cases', {})).body.code).toBe('retention.nobody_known');
  });

  test('and is found by whom it is of and by what was said, by whoever may work on it', async () => {
    const { id } = await addPerson();
    const words = 'Уезжаю в Магадан насовсем';
    const caseId = (await call('POST /api/cases', { subscriberId: id, words })).body.id;
    const find = async (q: string, as = boss.as) => {
      const { results } = (await world.via(searchApi)('GET /api/search', { q }, as)).body;
      return results.filter(({ kind }) => kind === 'case').map((one) => one.path);
    };
    expect(await find('Магадан')).toEqual([`/cases/${caseId}`]);
    const ofTeam = { permissions: { 'retention.work': 'own' }, team: 'Удержание' } as const;
    const stranger = await signedIn(world, ofTeam);
    expect(await find('Магадан', stranger.as)).toEqual([]);
    const { version } = await read(caseId);
    const nobodys = { id: caseId, version, ownerStaffId: null };
    expect((await call('PUT /api/cases/{id}/owner', nobodys)).status).toBe(200);
    expect(await find('Магадан', stranger.as)).toEqual([`/cases/${caseId}`]);
  });

  test('what says the opposite opens none', async () => {
    const { id, phone } = await addPerson();
    await ask(world, { phone, wanted: 'Не хочу расторгать договор, нужна копия' });
    await world.hear();
    expect(await openOf(id)).toEqual([]);
  });
});

describe('its way', () => {
  test('a reason stands before somebody stays, and the norm is kept by speaking', async () => {
    const { id: subscriberId } = await addPerson();
    const { id } = (await call('POST /api/cases', { subscriberId })).body;
    const end = { id, version: 1, outcome: 'stays' as const };
    expect((await call('POST /api/cases/{id}/close', end)).body.code).toBe(
      'retention.reason_first',
    );
    const group = (await call('GET /api/leaving-reasons')).body.reasons[0];
    const wrong = { id, version: 1, reasonId: group?.id ?? 0 };
    expect((await call('PUT /api/cases/{id}/reason', wrong)).body.code).toBe(
      'retention.no_such_reason',
    );
    const why = { id, version: 1, reasonId: await reasonId(), note: 'Соседи платят меньше' };
    expect((await call('PUT /api/cases/{id}/reason', why)).body.version).toBe(2);
    const stale = await call('POST /api/cases/{id}/close', end);
    expect(stale.body.code).toBe('retention.changed_meanwhile');
    const unspoken = await call('POST /api/cases/{id}/close', { ...end, version: 2 });
    expect(unspoken.body.code).toBe('retention.not_spoken');
    await call('POST /api/cases/{id}/spoken', { id, version: 2 });
    await call('POST /api/cases/{id}/close', { ...end, version: 3 });
    const found = await read(id);
    expect(found).toMatchObject({ state: 'closed', outcome: 'stays', reasonGroup: group && {} });
    expect(found.spokenAt).not.toBeNull();
    expect((await call('POST /api/cases/{id}/spoken', { id, version: 4 })).body.code).toBe(
      'retention.case_closed',
    );
  });

  test('who says it again after being spoken with is not talked over', async () => {
    const { id: subscriberId } = await addPerson();
    const { id } = (await call('POST /api/cases', { subscriberId })).body;
    await call('POST /api/cases/{id}/spoken', { id, version: 1 });
    world.clock.advance({ seconds: 60 });
    await call('POST /api/cases', { subscriberId });
    expect(await read(id)).toMatchObject({ isRepeated: true, isAngry: false });
    await call('PUT /api/cases/{id}/mood', { id, version: 3, isAngry: true });
    expect(await read(id)).toMatchObject({ isAngry: true });
  });

  test('a mistake counts against the rule that heard it', async () => {
    const { id: subscriberId, phone } = await addPerson();
    await ask(world, { phone, wanted: 'Хочу сменить провайдера' });
    await world.hear();
    const rule = async () =>
      (await call('GET /api/wish-rules')).body.rules.find(({ name }) => name.includes('Уйти'));
    const before = await rule();
    const [id = 0] = await openOf(subscriberId);
    await call('POST /api/cases/{id}/close', { id, version: 1, outcome: 'mistake' });
    expect((await rule())?.mistaken).toBe((before?.mistaken ?? 0) + 1);
    await call('POST /api/cases/{id}/reopen', { id, version: 2 });
    expect((await rule())?.mistaken).toBe(before?.mistaken);
  });

  test('it is given to whoever works on cases, and hidden from who may not', async () => {
    const { id: subscriberId } = await addPerson();
    const { id } = (await call('POST /api/cases', { subscriberId })).body;
    const idle = await signedIn(world, { permissions: ['subscribers.view'] });
    const to = (ownerStaffId: number | null, version: number) =>
      call('PUT /api/cases/{id}/owner', { id, version, ownerStaffId });
    expect((await to(idle.staffId, 1)).body.code).toBe('retention.cannot_work');
    const mate = await signedIn(world, { permissions: { 'retention.work': 'own' } });
    expect((await call('GET /api/cases/{id}', { id }, mate.as)).status).toBe(404);
    await to(mate.staffId, 1);
    expect((await call('GET /api/cases/{id}', { id }, mate.as)).status).toBe(200);
    expect((await call('GET /api/cases/{id}', { id }, idle.as)).status).toBe(403);
    const past = { id, version: 2, callAt: '2020-01-01T00:00:00Z' };
    expect((await call('PUT /api/cases/{id}/call', past)).body.code).toBe('retention.time_past');
  });

  test('a case that is heard is whoever’s the talk is only if they work on cases', async () => {
    const idle = await signedIn(world, { permissions: ['conversations.view'], team: 'Продажи' });
    const { id, phone } = await addPerson();
    const talk = await ask(world, { phone, wanted: 'Перезвоните' });
    await world.ctx.pool.query(
      'update conversations set owner_staff_id = $1, team_id = $2 where id = $3',
      [idle.staffId, idle.teamId, talk],
    );
    const again = await ask(world, { phone, wanted: 'Закройте договор' });
    expect(again).toBe(talk);
    await world.hear();
    const [caseId = 0] = await openOf(id);
    const mate = await signedIn(world, {
      permissions: { 'retention.work': 'team' },
      team: 'Удержание',
    });
    const seen = (await call('GET /api/cases/{id}', { id: caseId }, mate.as)).body;
    expect(seen).toMatchObject({ owner: null, team: null });
    // To work on a case opens no money by itself.
    expect(seen.past).toMatchObject({ balanceMinor: null, monthlyMinor: null });
    expect((await read(caseId)).past?.balanceMinor).toBe(0);
    // Nobody has spoken with them in time: whoever leads is told once.
    world.clock.advance({ seconds: 7200 });
    await world.tick('retention.late');
    await world.tick('retention.late');
    const { rowCount } = await world.ctx.pool.query(
      `select from mentions where entity = 'cases' and entity_id = $1 and staff_id = $2`,
      [caseId, boss.staffId],
    );
    expect(rowCount).toBe(1);
  });

  test('nobody is told of a case beside a conversation that they may not see', async () => {
    const { phone } = await addPerson();
    const conversationId = await ask(world, { phone, wanted: 'Закройте договор' });
    await world.hear();
    await world.ctx.pool.query('update conversations set owner_staff_id = $1 where id = $2', [
      boss.staffId,
      conversationId,
    ]);
    const permissions = { 'retention.work': 'all', 'conversations.view': 'own' } as const;
    const stranger = await signedIn(world, { permissions });
    const route = 'GET /api/cases/of-conversation/{conversationId}' as const;
    const { body } = await call(route, { conversationId }, stranger.as);
    expect(body.code).toBe('retention.no_such_conversation');
    const { body: made } = await call('POST /api/cases', { conversationId }, stranger.as);
    expect(made.code).toBe('retention.no_such_conversation');
  });
});

test('whoever left is told of it, and what names them goes with an erasure', async () => {
  const { id: subscriberId } = await addPerson();
  await addAccount(world, subscriberId);
  const { id } = (await call('POST /api/cases', { subscriberId })).body;
  await call('PUT /api/cases/{id}/reason', { id, version: 1, reasonId: await reasonId() });
  const dueAt = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  const notice = { subscriberId, number: '79135550199', operator: 'Соседи', dueAt };
  await call('POST /api/port-notices', notice);
  await call('POST /api/port-notices', { ...notice, number: '79135550198' });
  const versionOf = async () => (await read(id)).version;
  const { offers } = (await call('GET /api/cases/{id}/offers', { id })).body;
  const offer = offers.find(({ kind }) => kind === 'repair');
  const refuse = { id, offerId: offer?.offerId ?? 0, answer: 'refused' as const };
  const version = await versionOf();
  await call('POST /api/cases/{id}/offers/{offerId}', { ...refuse, version });
  const { body: view } = await call('GET /api/cases/{id}/exit', { id });
  const equipment = [{ name: 'Роутер', serial: 'A-2' }];
  const leave = { id, endsOn: view.today, words: 'Уехал к дочери', equipment };
  await call('POST /api/cases/{id}/exit', { ...leave, version: await versionOf() });
  world.clock.advance({ seconds: 86_400 });
  await world.tick('retention.exits');
  const people = world.via(subscribersApi);
  const { body: told } = await people(
    'GET /api/subscribers/{id}/personal-data',
    { id: subscriberId, format: 'json' },
    boss.as,
  );
  const text = JSON.stringify(told);
  const own = ['79135550199', '79135550198', 'Роутер A-2', 'calledOffAt', 'endedAccount'];
  for (const words of ['Уехал к дочери', ...own, offer?.name ?? '—']) {
    expect(text).toContain(words);
  }
  const page = { url: `/api/subscribers/${subscriberId}/personal-data`, headers: boss.as };
  expect((await world.request(page)).payload).toContain('Перенос вашего номера');
  const { body: card } = await people('GET /api/subscribers/{id}', { id: subscriberId }, boss.as);
  const name = [card.lastName, card.firstName, card.middleName].filter(Boolean).join(' ');
  const erase = {
    id: subscriberId,
    confirm: name,
    reason: 'request',
    isBeforeRetention: true,
  } as const;
  expect((await people('POST /api/subscribers/{id}/erase', erase, boss.as)).body.erasedIds).toEqual(
    [subscriberId],
  );
  const { rows } = await world.ctx.pool.query(
    `select e.words, n.number, e.final_minor is null as is_sum_lost
     from   case_exits e join port_notices n using (case_id) where case_id = $1 order by n.id`,
    [id],
  );
  expect(rows).toEqual([
    { words: '', number: '—', is_sum_lost: false },
    { words: '', number: '— 2', is_sum_lost: false },
  ]);
});

describe('what it is set up with', () => {
  test('words are tried before they are listened to, and each is called once', async () => {
    const rule = { name: 'Съезжаем', phrases: 'съезжа* с квартир*' };
    const text = 'Мы съезжаем с этой квартиры';
    const tried = async () => (await call('POST /api/wish-rules/try', { text })).body;
    expect(await tried()).toEqual({ rule: null, words: null, isAngry: false });
    const { body } = await call('POST /api/wish-rules', rule);
    expect(await tried()).toMatchObject({ rule: 'Съезжаем', words: 'съезжаем с этой квартиры' });
    expect((await call('POST /api/wish-rules', rule)).body.code).toBe('retention.name_taken');
    const empty = await call('POST /api/wish-rules', { name: 'Пусто', phrases: '…' });
    expect(empty.body.code).toBe('retention.unreadable_phrases');
    await call('PUT /api/wish-rules/{id}', { ...rule, id: body.id, version: 1, isArchived: true });
    expect(await tried()).toMatchObject({ rule: null });
  });

  test('who began before words had answers gets the first ones, but for what was changed', async () => {
    const { pool } = world.ctx;
    const answered = async () => {
      const { reasons } = (await call('GET /api/leaving-reasons')).body;
      return reasons.filter(({ answers }) => answers.length > 0).map(({ name }) => name);
    };
    const first = await answered();
    const [changed = '', ...others] = first;
    await pool.query(`update leaving_reasons set answers = '[]'`);
    await pool.query('update leaving_reasons set version = 2 where name = $1', [changed]);
    await ensureDictionaries(world.ctx);
    expect(await answered()).toEqual(others);
    await pool.query('update leaving_reasons set version = 1 where name = $1', [changed]);
    await ensureDictionaries(world.ctx);
    expect(await answered()).toEqual(others);
    await pool.query(`update leaving_reasons set answers = '[]'`);
    await ensureDictionaries(world.ctx);
    expect(await answered()).toEqual(first);
  });

  test('the talk has words of its own in each branch, and a beginning', async () => {
    const { openingWords, reasons } = (await call('GET /api/leaving-reasons')).body;
    expect(openingWords).not.toBe('');
    const price = reasons.find(({ name }) => name === 'Цена');
    expect(price?.words).toContain('за что вы платите');
    expect(price?.answers[0]?.answers.map(({ answer }) => answer)).toHaveLength(2);
    const { body: desk } = await call('GET /api/save-desk-settings');
    expect(desk.openingWords).toBe(openingWords);
    const { categories, apologyReasons: _, ...settings } = desk;
    const put = (more: object) => call('PUT /api/save-desk-settings', { ...settings, ...more });
    const unknown = await put({ repairCategoryId: 9_999_999 });
    expect(unknown.body.code).toBe('retention.no_such_category');
    expect((await put({ apologyReasonId: 9_999_999 })).body.code).toBe('retention.no_such_apology');
    const changed = { openingWords: 'Слушаю вас', repairCategoryId: categories.at(-1)?.id ?? null };
    const both = await Promise.all([put(changed), put(changed)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await call('GET /api/leaving-reasons')).body.openingWords).toBe('Слушаю вас');
  });

  test('reasons stand under groups, each name once', async () => {
    const { body: group } = await call('POST /api/leaving-reasons', { name: 'Погода' });
    const under = { parentId: group.id, name: 'Дождь' };
    const { body: reason } = await call('POST /api/leaving-reasons', under);
    expect((await call('POST /api/leaving-reasons', under)).body.code).toBe('retention.name_taken');
    const deeper = { parentId: reason.id, name: 'Ливень' };
    expect((await call('POST /api/leaving-reasons', deeper)).body.code).toBe(
      'retention.no_such_reason',
    );
    const answers = [{ answer: 'Да', words: 'И что тогда?', answers: [] }];
    const change = { id: reason.id, version: 1, name: 'Снег', answers };
    expect((await call('PUT /api/leaving-reasons/{id}', change)).status).toBe(200);
    expect((await call('PUT /api/leaving-reasons/{id}', change)).body.code).toBe(
      'retention.changed_meanwhile',
    );
    const { reasons } = (await call('GET /api/leaving-reasons')).body;
    expect(reasons.find(({ id }) => id === reason.id)).toMatchObject({ name: 'Снег', answers });
    const many = Array.from({ length: 9 }, (_, at) => ({
      answer: `${at}`,
      words: '',
      answers: [],
    }));
    const crowded = { ...change, version: 2, answers: many };
    expect((await call('PUT /api/leaving-reasons/{id}', crowded)).status).toBe(422);
  });
});
