import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as channelsApi } from '../../channels/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { type Smtp, startSmtp } from '../../testing/mail/smtp.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let smtp: Smtp;
let me: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  smtp = await startSmtp();
  me = await signedIn(world);
  const mailbox = {
    name: 'Счета',
    imapHost: '127.0.0.1',
    imapPort: 1,
    imapSecurity: 'none' as const,
    imapUser: 'bills',
    imapPassword: 'x',
    imapFolder: 'INBOX',
    smtpHost: '127.0.0.1',
    smtpPort: smtp.port,
    smtpSecurity: 'none' as const,
    smtpUser: '',
    fromName: '',
    fromAddress: 'bills@bereg.example',
  };
  const { status } = await world.via(channelsApi)('POST /api/channels', mailbox, me.as);
  if (status !== 201) throw new Error(`no mailbox: ${status}`);
});
afterAll(async () => {
  await smtp.stop();
  await world.close();
});

const billing = () => world.via(billingApi);

async function debtor(email: string | null): Promise<number> {
  const contacts = email === null ? [] : [{ kind: 'email' as const, value: email }];
  const person = { kind: 'person' as const, lastName: 'Должникова', firstName: 'Анна', contacts };
  const { body } = await world.via(subscribersApi)('POST /api/subscribers', person, me.as);
  return addAccount(world, body.id, { number: `77${body.id}` });
}
const wordsOf = (letter: string): string => {
  const [, body = ''] = letter.split('\r\n\r\n');
  if (/base64/i.test(letter)) return Buffer.from(body, 'base64').toString('utf8');
  const plain = body.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, '%$1');
  return decodeURIComponent(plain);
};
const deedsOf = async (id: number) =>
  (await billing()('GET /api/accounts/{id}/dunning', { id }, me.as)).body;

test('a debtor is reminded by a letter that leaves, once; whom no letter reaches is called', async () => {
  const [reached, unreached] = [await debtor('anna@home.example'), await debtor(null)];
  const call = billing();
  const { body: charging } = await call('GET /api/billing-settings', {}, me.as);
  const since = { ...charging, chargesBeginOn: '2026-03-01', graceDays: null };
  await call('PUT /api/billing-settings', since, me.as);
  const { body: before } = await call('GET /api/dunning-settings', {}, me.as);
  const ladder = {
    steps: [{ day: 1, what: 'remind' as const, ru: 'Не хватает [сумма] на [счёт]', en: '' }],
    carefulMonths: 6,
    carefulPercent: 200,
    version: before.version,
  };
  await call('PUT /api/dunning-settings', ladder, me.as);
  await world.tick('billing.charges');
  await call('POST /api/dunning-settings/trial', {}, me.as);
  const on = { version: before.version + 1, isOn: true };
  expect((await call('POST /api/dunning-settings/switch', on, me.as)).status).toBe(200);
  world.clock.advance({ seconds: 30 * 3600 });
  for (let times = 0; times < 2; times++) {
    await world.tick('billing.dunning');
    await world.tick('channels.send');
    await world.hear();
  }
  expect(smtp.letters.map(({ to }) => to)).toEqual([['anna@home.example']]);
  expect(wordsOf(smtp.letters[0]?.text ?? '').replaceAll(/\s/g, ' ')).toContain(
    `Не хватает 600 ₽ на 77`,
  );
  expect(smtp.letters[0]?.text).toContain('Auto-Submitted: auto-generated\r\n');
  expect(await deedsOf(reached)).toMatchObject({
    isToCall: false,
    deeds: [{ outcome: 'sent', way: 'email' }],
  });
  expect(await deedsOf(unreached)).toMatchObject({ isToCall: true });
  const { rows } = await world.ctx.pool.query<{ state: string }>(
    `select o.state from outgoing_messages o
     join   dunning_deeds d on d.outgoing_message_id = o.id`,
  );
  expect(rows).toEqual([{ state: 'sent' }]);
});
