import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { dovecotLacking } from '../../testing/mail/dovecot.ts';
import { type Exim, eximLacking, eximLimitBytes, startExim } from '../../testing/mail/exim.ts';
import { attachToAnswer as attach } from '../../testing/upload.ts';
import {
  answer,
  createMailWorld,
  type MailWorld,
  receive,
  send,
  wordsOf,
} from '../testing/mailbox.ts';

vi.setConfig({ testTimeout: 90_000 });

const lacking = dovecotLacking() ?? eximLacking();
if (lacking) process.stderr.write(`no real mail server is tried: ${lacking}\n`);

describe.skipIf(lacking !== null)('answers by the mail server of Debian', () => {
  let mail: MailWorld;
  let exim: Exim;
  beforeAll(async () => {
    mail = await createMailWorld(async (dovecot, smtp) => (exim = await startExim(dovecot, smtp)));
  });
  afterAll(() => mail.close());
  beforeEach(() => {
    mail.smtp.mood = 'takes';
    mail.smtp.letters.length = 0;
  });

  let count = 0;
  const asked = (from = `olga${(count += 1)}@home.example`) =>
    receive(mail, { from: `Olga <${from}>`, subject: 'Internet' });
  const opened = async (id: number) =>
    (await mail.call('GET /api/conversations/{id}', { id }, mail.me.as)).body;
  const sendingOf = async (id: number) => (await opened(id)).messages.at(-1)?.sending;
  const mailbox = async () => (await mail.call('GET /api/channels', {}, mail.me.as)).body.rows[0];
  /** What has come to the world outside, as soon as it has. */
  const arrived = () =>
    vi.waitFor(() => {
      expect(mail.smtp.letters).toHaveLength(1);
      return mail.smtp.letters[0]!;
    }, 20_000);

  test('a letter comes whole to whom it is for, with its file and lines that look like ends', async () => {
    const { conversationId: id, messageId } = await asked();
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const content = Buffer.from(`.\r\n..\r\nFrom now on\r\n${'длинно '.repeat(900)}\r\n.\r\n`);
    const file = { name: 'договор.txt', type: 'text/plain', content };
    const fileIds = [await attach(mail.world, id, file, mail.me.as)];
    const { version } = await opened(id);
    const text = `.\n..точки\nFrom now on\n${'Длинная строка. '.repeat(200)}`;
    const input = { id, version, text, fileIds };
    const written = await mail.call('POST /api/conversations/{id}/messages', input, mail.me.as);
    expect(written.status).toBe(201);
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({ state: 'sent', error: null });
    const letter = await arrived();
    expect(letter).toMatchObject({
      from: 'support@bereg.example',
      to: [`olga${count}@home.example`],
    });
    expect(wordsOf(letter.text).replaceAll('\r\n', '\n')).toContain(text.trimEnd());
    expect(letter.text).toContain(`In-Reply-To: <${messageId}>`);
    expect(letter.text.replaceAll('\r\n', '')).toContain(content.toString('base64'));
  });

  test('whom the server does not know it refuses, and it is for us to look at it', async () => {
    // Somebody of ours who has left, by an address of our own.
    const { conversationId: id } = await asked('former@bereg.example');
    await answer(mail, id);
    await send(mail);
    const failed = await opened(id);
    expect(failed).toMatchObject({ whoseTurn: 'ours', touchedAt: null });
    expect(failed.messages.at(-1)?.sending).toMatchObject({
      state: 'failed',
      trouble: 'not_accepted',
      error: expect.stringMatching(/550.*Unrouteable address/) as string,
    });
    mail.world.clock.advance({ seconds: 86_400 });
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({ state: 'failed' });
  });

  test('a letter too large for it fails with its words, and stops no other', async () => {
    const { conversationId: id } = await asked();
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const content = Buffer.alloc(eximLimitBytes, 'я');
    const file = { name: 'план.pdf', type: 'application/pdf', content };
    const fileIds = [await attach(mail.world, id, file, mail.me.as)];
    const { version } = await opened(id);
    const input = { id, version, text: 'План во вложении', fileIds };
    await mail.call('POST /api/conversations/{id}/messages', input, mail.me.as);
    const { conversationId: next } = await asked();
    await answer(mail, next);
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/55\d.*[Mm]essage (size|too (big|large))/) as string,
    });
    expect(await sendingOf(next)).toMatchObject({ state: 'sent' });
    expect((await arrived()).to).toEqual([`olga${count}@home.example`]);
  });

  test('where it says later the letter is tried again, and goes once', async () => {
    const { conversationId: id } = await asked();
    await answer(mail, id);
    await exim.isGreylisting(true);
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({
      state: 'waiting',
      error: expect.stringContaining('greylisted') as string,
    });
    await exim.isGreylisting(false);
    mail.world.clock.advance({ seconds: 29 });
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({ state: 'waiting' });
    mail.world.clock.advance({ seconds: 1 });
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({ state: 'sent', trouble: null });
    await arrived();
  });

  test('what the world outside refuses comes back as a letter, and stands at its message', async () => {
    const { conversationId: id } = await asked();
    await answer(mail, id);
    mail.smtp.mood = { refuses: 'recipient', code: 550, words: '5.1.1 no such user here' };
    await send(mail);
    expect(await opened(id)).toMatchObject({ whoseTurn: 'theirs' });
    await vi.waitFor(async () => {
      await mail.world.tick('channels.take_up');
      await mail.world.hear();
      expect(await sendingOf(id)).toMatchObject({ state: 'failed', trouble: 'bounced' });
    }, 20_000);
    const failed = await opened(id);
    expect(failed.messages.at(-1)?.sending?.error).toContain('no such user here');
    expect(failed).toMatchObject({ whoseTurn: 'ours' });
    // It is no word of anybody: neither a conversation nor a message.
    expect(failed.messages).toHaveLength(2);
  });

  test('a password that it does not take is the mailbox’s trouble, and the letter waits', async () => {
    const { conversationId: id } = await asked();
    await answer(mail, id);
    const set = async (smtpPassword: string): Promise<void> => {
      const { id: channelId, version } = (await mailbox())!;
      const changed = { ...mail.settings, smtpPassword, id: channelId, version };
      expect((await mail.call('PUT /api/channels/{id}', changed, mail.me.as)).status).toBe(200);
    };
    await set('не тот');
    await send(mail);
    expect(await mailbox()).toMatchObject({ trouble: 'wrong_password', troubleOf: 'smtp' });
    expect(await sendingOf(id)).toMatchObject({ state: 'waiting' });
    await set(exim.password);
    mail.world.clock.advance({ seconds: 30 });
    await send(mail);
    expect(await sendingOf(id)).toMatchObject({ state: 'sent' });
    expect(await mailbox()).toMatchObject({ trouble: null });
    await arrived();
  });
});
