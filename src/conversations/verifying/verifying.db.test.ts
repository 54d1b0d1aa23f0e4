import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as channelsApi } from '../../channels/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import type { World } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { api } from '../api.ts';
import { ask, hour, readyAgent } from '../testing/desk.ts';

let made: SubscribersWorld;
let world: World;
let agent: SignedIn;
beforeAll(async () => {
  made = await createSubscribersWorld();
  ({ world } = made);
  agent = await signedIn(world);
});
afterAll(() => world.close());

const mode = async (verifyCallers: 'off' | 'ask' | 'hide') => {
  const call = world.via(api);
  const settings = (await call('GET /api/desk-settings', {}, agent.as)).body;
  const changed = { ...settings, verifyCallers };
  expect((await call('PUT /api/desk-settings', changed, agent.as)).status).toBe(200);
};

/** A subscriber with all that is personal, whose request the agent has taken. */
async function calling(
  phone: string,
): Promise<{ id: number; subscriberId: number; accountId: number }> {
  const subscriberId = await made.add({
    birthOn: '1990-01-02',
    note: 'Собака во дворе',
    contacts: [
      { kind: 'phone', value: phone },
      { kind: 'email', value: 'ivan@example.test' },
    ],
    addresses: [{ text: 'Мира 1-1' }],
  });
  const accountId = await addAccount(world, subscriberId);
  const id = await ask(world, { phone });
  await world.via(api)('POST /api/conversations/{id}/take', { id }, agent.as);
  return { id, subscriberId, accountId };
}

/** A mailbox that keeps what is to leave. */
const unreachable = {
  name: 'Поддержка',
  imapHost: '127.0.0.1',
  imapPort: 9,
  imapSecurity: 'none',
  imapUser: 'support',
  imapPassword: 'secret',
  imapFolder: 'INBOX',
  smtpHost: '127.0.0.1',
  smtpPort: 9,
  smtpSecurity: 'none',
  smtpUser: 'support',
  smtpPassword: 'secret',
  fromName: 'Берег Телеком',
  fromAddress: 'support@bereg.example',
} as const;

const cardOf = async (id: number, as = agent.as) =>
  (await world.via(subscribersApi)('GET /api/subscribers/{id}', { id }, as)).body;
const setWord = (id: number, word: string, as = agent.as) =>
  world.via(subscribersApi)('PUT /api/subscribers/{id}/code-word', { id, word, hint: '' }, as);
const verification = async (id: number) =>
  (await world.via(api)('GET /api/conversations/{id}/verification', { id }, agent.as)).body;
const say = (id: number, word: string) =>
  world.via(api)('POST /api/conversations/{id}/verification/code-word', { id, word }, agent.as);

test('what is personal is hidden until the code word is told, and who told it is kept', async () => {
  await mode('hide');
  const { id, subscriberId, accountId } = await calling('+79126000001');
  const other = await readyAgent(world, { role: 'supervisor' });
  await setWord(subscriberId, 'Рыжая Берёза', other.as);
  const hidden = await cardOf(subscriberId);
  expect(hidden).toMatchObject({
    veil: { conversationId: id },
    contacts: [],
    addresses: [],
    birthOn: null,
    note: '',
    codeWord: { hint: '' },
  });
  expect(Object.keys(hidden.parts)).toEqual(['conversations']);
  expect(JSON.stringify(hidden)).not.toContain('Собака');
  const call = world.via(subscribersApi);
  const timeline = { id: subscriberId };
  expect((await call('GET /api/subscribers/{id}/timeline', timeline, agent.as)).body).toMatchObject(
    {
      code: 'subscribers.caller_unverified',
    },
  );
  expect((await setWord(subscriberId, 'Новое слово')).status).toBe(403);
  const statement = () =>
    world.via(billingApi)('GET /api/accounts/{id}/statement', { id: accountId }, agent.as);
  expect((await statement()).status).toBe(403);
  // Whoever does not speak with them sees the card as ever.
  expect((await cardOf(subscriberId, other.as)).contacts).toHaveLength(2);

  expect((await say(id, 'рыжая сосна')).body).toEqual({ isVerified: false, triesLeft: 2 });
  expect((await cardOf(subscriberId)).contacts).toEqual([]);
  expect((await say(id, ' рыжая береза! ')).body).toMatchObject({ isVerified: true });
  expect((await statement()).status).toBe(200);
  const shown = await cardOf(subscriberId);
  expect(shown).toMatchObject({ veil: null, note: 'Собака во дворе', birthOn: '1990-01-02' });
  expect(shown.parts['accounts']).toHaveLength(1);
  expect((await verification(id)).last).toMatchObject({ means: 'code_word', result: 'passed' });
  const past = (await call('GET /api/subscribers/{id}/timeline', timeline, agent.as)).body.entries;
  const types = past.map(({ type }) => type);
  expect(types).toContain('conversations.caller_verified');
  expect(types).toContain('conversations.caller_refused');
  expect(JSON.stringify(past)).not.toMatch(/берез/iu);
});

test('after three wrong answers nothing is compared for an hour', async () => {
  await mode('hide');
  const { id, subscriberId } = await calling('+79126000002');
  expect((await say(id, 'сосна')).body.code).toBe('conversations.no_code_word');
  const other = await readyAgent(world, { role: 'supervisor' });
  await setWord(subscriberId, 'Сосна', other.as);
  for (const word of ['ель', 'дуб', 'клён']) await say(id, word);
  expect((await say(id, 'сосна')).body.code).toBe('conversations.too_many_tries');
  world.clock.advance({ seconds: hour + 1 });
  expect((await say(id, 'сосна')).body).toMatchObject({ isVerified: true });
  // It holds for the talk, not for ever.
  world.clock.advance({ seconds: 13 * hour });
  expect((await cardOf(subscriberId)).veil).toEqual({ conversationId: id });
});

test('a code goes to an address known since yesterday, and works once', async () => {
  await mode('ask');
  const { id, subscriberId, accountId } = await calling('+79126000003');
  const mailbox = await world.via(channelsApi)('POST /api/channels', unreachable, agent.as);
  expect(mailbox.status).toBe(201);
  expect((await verification(id)).ways).toEqual([]);
  world.clock.advance({ seconds: 25 * hour });
  const { ways, mode: asked } = await verification(id);
  expect(asked).toBe('ask');
  expect(ways).toMatchObject([{ kind: 'email', shown: 'i…@example.test' }]);
  expect((await cardOf(subscriberId)).veil).toBeNull();
  const call = world.via(api);
  const send = (way: string) =>
    call('POST /api/conversations/{id}/verification/codes', { id, way }, agent.as);
  expect((await send('email-0')).body.code).toBe('conversations.no_such_way');
  expect((await send(ways[0]!.key)).status).toBe(200);
  const { payload } = await world.ctx.db
    .selectFrom('outgoingMessages')
    .select('payload')
    .executeTakeFirstOrThrow();
  const [code = ''] = /\d{6}/.exec((payload as { text: string }).text) ?? [];
  const tell = (said: string) =>
    call('POST /api/conversations/{id}/verification/codes/check', { id, code: said }, agent.as);
  expect((await tell(`${code}1`)).body).toMatchObject({ isVerified: false });
  expect((await tell(code)).body).toMatchObject({ isVerified: true });
  expect((await tell(code)).body.code).toBe('conversations.no_code_sent');
  // An address dictated in the talk is as good as one added in it.
  const [contactId] = (await cardOf(subscriberId)).contacts
    .filter(({ kind }) => kind === 'email')
    .map((one) => one.id);
  const change = (fields: object) =>
    world.via(subscribersApi)(
      'PATCH /api/subscribers/{id}/contacts/{contactId}',
      { id: subscriberId, contactId: contactId!, ...fields },
      agent.as,
    );
  expect((await change({ label: 'личная' })).status).toBe(200);
  expect((await verification(id)).ways).toHaveLength(1);
  expect((await change({ value: 'other@example.test' })).status).toBe(200);
  expect((await verification(id)).ways).toEqual([]);

  // Wherever it went, the code is forgotten with the person; that they were verified is told.
  const about = { id: subscriberId };
  const told = await world.via(subscribersApi)(
    'GET /api/subscribers/{id}/personal-data',
    { ...about, format: 'json' },
    agent.as,
  );
  expect(JSON.stringify(told.body)).toContain('"sent_code"');
  const pool = world.ctx.pool;
  await pool.query(`update accounts set state = 'closed' where id = $1`, [accountId]);
  await pool.query(
    `update conversations set state = 'closed', closed_at = now(), closed_outcome = 'answered',
            offer_from = null, escalate_at = null where id = $1`,
    [id],
  );
  const { displayName } = await cardOf(subscriberId);
  const erased = await world.via(subscribersApi)(
    'POST /api/subscribers/{id}/erase',
    { ...about, confirm: displayName, reason: 'request', isBeforeRetention: true },
    agent.as,
  );
  expect(erased.status).toBe(200);
  const left = await pool.query(`select recipient, payload from outgoing_messages`);
  expect(left.rows).toEqual([{ recipient: '', payload: {} }]);
});

/** What one row of the list of subscribers shows. */
const listed = async (id: number) => {
  const columns = ['id', 'name', 'phone', 'balance'];
  const filter = { field: 'id', op: 'is' as const, value: id };
  const { body } = await world.via(subscribersApi)(
    'POST /api/subscribers/list',
    { columns, filter },
    agent.as,
  );
  return body.rows[0]?.cells;
};
const values = async (id: number) =>
  (
    await world.via(workApi)(
      'GET /api/template-values',
      { entity: 'conversations', entityId: id },
      agent.as,
    )
  ).body.values;

test('lists, texts, consents and corrections hide it as the card does', async () => {
  await mode('hide');
  const { id, subscriberId, accountId } = await calling('+79126000005');
  const billing = world.via(billingApi);
  const { reasons } = (await billing('GET /api/correction-reasons', {}, agent.as)).body;
  const proposal = { kind: 'compensation', amountMinor: 100, reasonId: reasons[0]!.id } as const;
  await billing('POST /api/accounts/{id}/corrections', { id: accountId, ...proposal }, agent.as);
  const seen = async () => [
    (await listed(subscriberId))?.['phone'] ?? null,
    (await values(id))['account'] ?? null,
    (await billing('GET /api/corrections', { queue: 'proposed_by_me' }, agent.as)).body.corrections
      .length,
    (
      await world.via(subscribersApi)(
        'GET /api/subscribers/{id}/consents',
        { id: subscriberId },
        agent.as,
      )
    ).status,
  ];
  expect(await seen()).toEqual([null, null, 0, 403]);
  const path = 'POST /api/conversations/{id}/verification/let-through';
  await world.via(api)(path, { id, reason: 'Паспорт' }, agent.as);
  expect(await seen()).toEqual(['+79126000005', `40-${subscriberId}`, 1, 200]);
});

test('putting the talk aside, or making it one with a letter, shows nothing more', async () => {
  await mode('hide');
  const { id, subscriberId } = await calling('+79126000006');
  const call = world.via(api);
  const version = async (of: number) =>
    (await call('GET /api/conversations/{id}', { id: of }, agent.as)).body.version;
  await world.ctx.pool.query(`update conversations set state = 'snoozed' where id = $1`, [id]);
  expect((await cardOf(subscriberId)).veil).toEqual({ conversationId: id });
  await world.ctx.pool.query(`update conversations set state = 'open' where id = $1`, [id]);
  const letter = await ask(world, { phone: '+79126000009' });
  await call('POST /api/conversations/{id}/take', { id: letter }, agent.as);
  await world.ctx.pool.query(
    `update conversations set channel = 'email', subscriber_id = $2 where id = $1`,
    [letter, subscriberId],
  );
  const into = { id: letter, fromId: id, version: await version(letter) };
  expect((await call('POST /api/conversations/{id}/merge', into, agent.as)).status).toBe(200);
  expect((await cardOf(subscriberId)).veil).toEqual({ conversationId: letter });
  expect((await verification(letter)).mode).toBe('hide');
});

test('while nobody knows who is on the line, nobody’s card is open', async () => {
  await mode('hide');
  const subscriberId = await made.add({ contacts: [{ kind: 'phone', value: '+79126000007' }] });
  const id = await ask(world, { phone: '+79126000008' });
  const call = world.via(api);
  await call('POST /api/conversations/{id}/take', { id }, agent.as);
  expect((await cardOf(subscriberId)).veil).toBeNull();
  await call('POST /api/conversations/{id}/calls', { id }, agent.as);
  expect((await cardOf(subscriberId)).veil).toEqual({ conversationId: id });
  expect(await listed(subscriberId)).toMatchObject({ id: subscriberId, phone: null });
  const { version } = (await call('GET /api/conversations/{id}', { id }, agent.as)).body;
  await call('PUT /api/conversations/{id}/subscriber', { id, version, subscriberId }, agent.as);
  const path = 'POST /api/conversations/{id}/verification/let-through';
  expect((await call(path, { id, reason: 'Паспорт' }, agent.as)).status).toBe(200);
  expect((await cardOf(subscriberId)).veil).toBeNull();
  expect(await listed(subscriberId)).toMatchObject({ phone: '+79126000007' });
});

test('it is shown without for a reason that stays on record', async () => {
  await mode('hide');
  const { id, subscriberId } = await calling('+79126000004');
  const call = world.via(api);
  const path = 'POST /api/conversations/{id}/verification/let-through';
  expect((await call(path, { id, reason: '' }, agent.as)).status).toBe(422);
  const reason = 'Назвал паспорт и договор';
  expect((await call(path, { id, reason }, agent.as)).status).toBe(200);
  expect((await cardOf(subscriberId)).veil).toBeNull();
  expect((await verification(id)).last).toMatchObject({ result: 'overridden', reason });
  // It takes a permission of its own, within its reach.
  const worker = await signedIn(world, { permissions: ['conversations.work'] });
  expect((await call(path, { id, reason }, worker.as)).status).toBe(403);
  const stranger = await signedIn(world, { permissions: { 'conversations.let_through': 'own' } });
  expect((await call(path, { id, reason }, stranger.as)).status).toBe(404);
});
