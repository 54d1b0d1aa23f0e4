import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as channelsApi } from '../../channels/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import type { World } from '../../testing/world.ts';
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
  const { id, subscriberId } = await calling('+79126000003');
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
  const stranger = await signedIn(world, { permissions: { 'conversations.work': 'own' } });
  expect((await call(path, { id, reason }, stranger.as)).status).toBe(404);
});
