import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { restored } from '../../kernel/backup/restored.ts';
import { openSecrets } from '../../kernel/secrets.ts';
import { dovecotLacking, type Dovecot, startDovecot } from '../../testing/mail/dovecot.ts';
import { type Smtp, startSmtp } from '../../testing/mail/smtp.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let smtp: Smtp;
let me: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  smtp = await startSmtp();
  me = await signedIn(world);
});
afterAll(async () => {
  await smtp.stop();
  await world.close();
});

const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const callerOf = () => world.via(api);
const settings = () => ({
  name: 'Поддержка',
  imapHost: '127.0.0.1',
  imapPort: 1,
  imapSecurity: 'none' as const,
  imapUser: 'support',
  imapPassword: 'тайна приёма',
  imapFolder: 'INBOX',
  smtpHost: '127.0.0.1',
  smtpPort: smtp.port,
  smtpSecurity: 'none' as const,
  smtpUser: smtp.user,
  smtpPassword: smtp.password,
  fromName: 'Берег',
  fromAddress: 'support@bereg.example',
});
const list = async () => (await call('GET /api/channels', {}, me.as)).body.rows;

test('only who manages channels sees and changes them', async () => {
  const agent = await signedIn(world, { role: 'agent' });
  expect((await call('GET /api/channels', {}, agent.as)).status).toBe(403);
  expect((await call('POST /api/channels', settings(), agent.as)).status).toBe(403);
  const { name: _, ...given } = settings();
  expect((await call('POST /api/channels/test', given, agent.as)).status).toBe(403);
});

test('a password goes in and never comes out', async () => {
  const made = await call('POST /api/channels', settings(), {
    ...me.as,
    'idempotency-key': 'mailbox',
  });
  expect(made.status).toBe(201);
  const [mailbox] = await list();
  expect(mailbox).toMatchObject({ name: 'Поддержка', state: 'on', trouble: null, waitingIn: 0 });
  expect(Object.keys(mailbox ?? {}).filter((key) => /password|secret/i.test(key))).toEqual([]);
  const tables = ['channels', 'events', 'personal_history', 'idempotency_keys'];
  for (const table of tables) {
    const { rows } = await world.ctx.pool.query<{ row: string }>(
      `select t::text as row from ${table} t`,
    );
    for (const { row } of rows) expect(row).not.toContain('тайна');
  }
  const taken = await call('POST /api/channels', settings(), me.as);
  expect(taken.body.code).toBe('channels.mailbox_taken');
});

test('a password kept here is shown to no other server', async () => {
  const [mailbox] = await list();
  const { id = 0, version = 0 } = mailbox ?? {};
  const { imapPassword: _, smtpPassword: _kept, ...given } = settings();
  const renamed = { ...given, id, version, name: 'Продажи' };
  expect((await call('PUT /api/channels/{id}', renamed, me.as)).status).toBe(200);
  const stale = await call('PUT /api/channels/{id}', renamed, me.as);
  expect(stale.body.code).toBe('channels.changed_meanwhile');
  const elsewhere = { ...given, id, version: version + 1, imapHost: 'evil.example' };
  const refused = await call('PUT /api/channels/{id}', elsewhere, me.as);
  expect(refused.status).toBe(422);
  expect(Object.keys(refused.body.fields ?? {})).toEqual(['imapPassword']);
  const { name: _name, ...tried } = { ...given, id, smtpHost: 'localhost' };
  const alike = await call('POST /api/channels/test', tried, me.as);
  expect(Object.keys(alike.body.fields ?? {})).toEqual(['smtpPassword']);
  const events = await world.ctx.db
    .selectFrom('events')
    .select(['type', 'facts'])
    .where('type', '=', 'channels.changed')
    .execute();
  expect(events).toMatchObject([{ facts: { name: 'Продажи', isPasswordNew: false } }]);
});

test.each([
  ['no host', { imapHost: 'imap example' }, 'imapHost'],
  ['a port out of range', { smtpPort: 70_000 }, 'smtpPort'],
  ['a sender that cannot be', { fromAddress: 'support' }, 'fromAddress'],
  ['a header smuggled into the name', { fromName: 'a\r\nBcc: x@y.z' }, 'fromName'],
])('%s is refused at its field', async (_what, wrong, field) => {
  const given = { ...settings(), imapUser: 'other', ...wrong };
  const answer = await call('POST /api/channels', given, me.as);
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.body.fields ?? {})).toContain(field);
});

test('a mailbox is paused and runs again, once for each version', async () => {
  const [mailbox] = await list();
  const seen = { id: mailbox?.id ?? 0, version: mailbox?.version ?? 0 };
  const paused = await call('POST /api/channels/{id}/pause', seen, me.as);
  expect(paused.status).toBe(200);
  expect((await list())[0]?.state).toBe('paused');
  const late = await call('POST /api/channels/{id}/pause', seen, me.as);
  expect(late.body.code).toBe('channels.changed_meanwhile');
  expect((await call('POST /api/channels/{id}/resume', paused.body, me.as)).status).toBe(200);
  expect((await list())[0]?.state).toBe('on');
});

test('a restore without the key says which mailboxes need their password again', async () => {
  await rm(world.ctx.files.secretKey);
  const secrets = await openSecrets(world.ctx.files.secretKey);
  const ours = restored.fills.find(({ domain }) => domain === 'channels');
  await ours?.piece({ ...world.ctx, secrets });
  expect((await list())[0]).toMatchObject({ trouble: 'password_lost' });
});

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`mailboxes are not tried: ${lacking}\n`);

describe.skipIf(lacking !== null)('the test of a mailbox', () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterAll(() => dovecot.stop());

  const trying = async (wrong: Record<string, unknown>) => {
    const right = { imapPort: dovecot.port, imapPassword: dovecot.password };
    const { name: _, ...given } = { ...settings(), ...right, ...wrong };
    const { body } = await call('POST /api/channels/test', given, me.as);
    return [body.imap.trouble, body.smtp.trouble];
  };

  test.each([
    ['nothing is wrong', {}, [null, null]],
    [
      'passwords are wrong',
      { imapPassword: 'x', smtpPassword: 'y' },
      Array(2).fill('wrong_password'),
    ],
    ['nobody listens', { imapPort: 1, smtpPort: 1 }, Array(2).fill('unreachable')],
    [
      'no such host',
      { imapHost: 'no.invalid', smtpHost: 'no.invalid' },
      Array(2).fill('unreachable'),
    ],
    [
      'TLS is not spoken',
      { imapSecurity: 'tls', smtpSecurity: 'tls' },
      Array(2).fill('no_encryption'),
    ],
    [
      'STARTTLS is not spoken',
      { imapSecurity: 'starttls', smtpSecurity: 'starttls' },
      Array(2).fill('no_encryption'),
    ],
    ['no such folder', { imapFolder: 'Sales' }, ['no_folder', null]],
  ])('%s', async (_what, wrong, expected) => {
    expect(await trying(wrong)).toEqual(expected);
  });
});
