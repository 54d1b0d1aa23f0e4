import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { type Smtp, startSmtp } from '../../testing/mail/smtp.ts';
import { openSalesDesk, type SalesDesk } from '../testing/sales-desk.ts';

let desk: SalesDesk;
let smtp: Smtp;
beforeAll(async () => {
  desk = await openSalesDesk({ BEREG_PUBLIC_URL: 'https://bereg.example' });
  smtp = await startSmtp();
  await desk.world.hear();
});
afterAll(async () => {
  await smtp.stop();
  await desk.world.close();
});

const openMailbox = () =>
  desk.world.via(channelsApi)(
    'POST /api/channels',
    {
      name: 'Продажи',
      imapHost: '127.0.0.1',
      imapPort: 1,
      imapSecurity: 'none',
      imapUser: 'sales',
      imapPassword: 'x',
      imapFolder: 'INBOX',
      smtpHost: '127.0.0.1',
      smtpPort: smtp.port,
      smtpSecurity: 'none',
      smtpUser: '',
      fromName: '',
      fromAddress: 'sales@bereg.example',
    },
    desk.boss.as,
  );
const leave = async (): Promise<void> => {
  await desk.world.tick('channels.send');
  await desk.world.hear();
};
const wordsOf = (at: number): string => {
  const [, body = ''] = (smtp.letters[at]?.text ?? '').split('\r\n\r\n');
  const plain = body.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, '%$1');
  return /base64/i.test(smtp.letters[at]?.text ?? '')
    ? Buffer.from(body, 'base64').toString('utf8')
    : decodeURIComponent(plain);
};
/** Whether each letter says that a person wrote it. */
const byPerson = () => smtp.letters.map(({ text }) => text.includes('Auto-Submitted: no\r\n'));
const quoteOf = async (id: number) =>
  (await desk.call('GET /api/deals/{id}/quotes', { id })).body.quotes[0];

test('the link of a quote leaves once by a way to the person, and it is seen what came of it', async () => {
  const id = await desk.openDeal({ email: 'anna@home.example' });
  const { id: quoteId, path } = await desk.quote(id);
  const at = { id, quoteId };
  const ways = async () =>
    (await desk.call('GET /api/deals/{id}/quotes/{quoteId}/ways', at)).body.ways;
  expect(await ways()).toEqual([]);
  expect((await openMailbox()).status).toBe(201);
  expect(await ways()).toEqual([{ key: 'email-named', kind: 'email', shown: 'anna@home.example' }]);
  const send = (way = 'email-named') =>
    desk.call('POST /api/deals/{id}/quotes/{quoteId}/send', { ...at, way });
  expect((await send('telegram-1')).body).toMatchObject({ code: 'sales.no_such_way' });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await quoteOf(id))?.sendings).toMatchObject([{ state: 'leaving' }]);
  await leave();
  expect(smtp.letters.map(({ to }) => to)).toEqual([['anna@home.example']]);
  expect(wordsOf(0)).toContain(`https://bereg.example${path}`);
  expect(byPerson()).toEqual([true]);
  expect((await quoteOf(id))?.sendings).toMatchObject([
    { state: 'sent', way: 'email', recipient: 'anna@home.example', sentBy: 'Смирнова Вера' },
  ]);
  smtp.mood = { refuses: 'recipient', code: 550, words: '5.1.1 no such user' };
  expect((await send()).status).toBe(200);
  await leave();
  smtp.mood = 'cuts_after_letter';
  expect((await send()).status).toBe(200);
  await leave();
  expect((await quoteOf(id))?.sendings).toMatchObject([
    { state: 'sent' },
    { state: 'failed' },
    { state: 'unknown' },
  ]);
  const { history } = (await desk.call('GET /api/deals/{id}', { id })).body;
  expect(history.map(({ type }) => type).slice(-6)).toEqual([
    'sales.quote_sending',
    'sales.quote_sent',
    'sales.quote_sending',
    'sales.quote_unsent',
    'sales.quote_sending',
    'sales.quote_unsure',
  ]);
  smtp.mood = 'takes';
  const route = 'POST /api/deals/{id}/quotes/{quoteId}/withdraw';
  expect((await desk.call(route, { ...at, reason: ' ' })).status).toBe(422);
  await desk.call(route, { ...at, reason: 'Не та цена' });
  const { body: taken } = await desk.call('GET /api/deals/{id}/quotes', { id });
  expect(taken.quotes[0]).toMatchObject({ state: 'withdrawn', undoReason: 'Не та цена' });
  expect((await send()).body).toMatchObject({ code: 'sales.quote_decided' });
});

test('whoever is connected is greeted, with words that name the account that holds', async () => {
  smtp.letters.length = 0;
  const id = await desk.openDeal({ name: 'Петров Пётр', email: 'petr@home.example', phone: '' });
  await desk.accepted(id);
  const connect = async () => {
    const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
    return desk.call('POST /api/deals/{id}/connect', { id, version });
  };
  const { account } = (await connect()).body;
  await leave();
  expect(smtp.letters.map(({ to }) => to)).toEqual([['petr@home.example']]);
  const words = wordsOf(0);
  for (const named of [account, 'Домашний 300, Кинотеатр']) expect(words).toContain(named);
  expect(words).not.toMatch(/\{\{|Подключение/);
  const order = async () => (await desk.call('GET /api/deals/{id}/order', { id })).body;
  expect((await order()).connections).toMatchObject([{ welcome: { way: 'email', state: 'sent' } }]);
  const undo = async () => {
    const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
    const undone = { id, version, reason: 'Не тот тариф' };
    expect((await desk.call('POST /api/deals/{id}/connect/undo', undone)).status).toBe(200);
  };
  await undo();
  const { account: neverTold } = (await connect()).body;
  await undo();
  const { account: last } = (await connect()).body;
  await leave();
  expect(smtp.letters).toHaveLength(2);
  expect(wordsOf(1)).toContain(last);
  expect(new Set([account, neverTold, last]).size).toBe(3);
  expect((await order()).connections.map(({ welcome }) => welcome?.state)).toEqual([
    'sent',
    'failed',
    'sent',
  ]);
  expect(byPerson()).toEqual([false, false]);
});
