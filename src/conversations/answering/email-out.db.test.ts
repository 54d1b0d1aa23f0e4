import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { dovecotLacking } from '../../testing/mail/dovecot.ts';
import { attachToAnswer as attach } from '../../testing/upload.ts';
import { writeFromWork } from './write-from-work.ts';
import {
  answer,
  createMailWorld,
  type MailWorld,
  receive,
  send,
  wordsOf,
} from '../testing/mailbox.ts';

vi.setConfig({ testTimeout: 90_000 });

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`letters are not tried: ${lacking}\n`);

describe.skipIf(lacking !== null)('answers that leave', () => {
  let mail: MailWorld;
  beforeAll(async () => {
    mail = await createMailWorld();
  });
  afterAll(() => mail.close());
  beforeEach(() => {
    mail.smtp.mood = 'takes';
    mail.smtp.letters.length = 0;
  });

  let count = 0;
  /** Somebody writes; the conversation is nobody's yet. */
  const asked = async (subject = 'Интернет') => {
    count += 1;
    const from = `Olga <olga${count}@home.example>`;
    return receive(mail, { from, subject, text: 'Не работает\nс утра' });
  };
  const opened = async (id: number) =>
    (await mail.call('GET /api/conversations/{id}', { id }, mail.me.as)).body;
  const lastOf = async (id: number) => (await opened(id)).messages.at(-1);
  const mailbox = async () => (await mail.call('GET /api/channels', {}, mail.me.as)).body.rows[0];

  test('an answer leaves once, as an answer, and is the first touch', async () => {
    const { conversationId: id, messageId } = await asked('=?utf-8?B?0JjQvdGC0LXRgNC90LXRgg==?=');
    mail.world.clock.advance({ seconds: 20 });
    await answer(mail, id, 'Здравствуйте, Ольга!');
    expect(await opened(id)).toMatchObject({ touchedAt: null, whoseTurn: 'ours' });
    expect((await lastOf(id))?.sending).toMatchObject({ state: 'waiting' });
    mail.world.clock.advance({ seconds: 5 });
    // Two workers at once.
    await Promise.all([send(mail), send(mail)]);
    expect(mail.smtp.letters).toHaveLength(1);
    const [{ from, to, text } = { from: '', to: [''], text: '' }] = mail.smtp.letters;
    expect({ from, to }).toEqual({
      from: 'support@bereg.example',
      to: [`olga${count}@home.example`],
    });
    const heads = text.slice(0, text.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/g, ' ');
    expect(heads).toContain(`In-Reply-To: <${messageId}>`);
    expect(heads).toContain(`References: <${messageId}>`);
    expect(heads).toMatch(/^Auto-Submitted: no$/m);
    expect(heads).toMatch(/^Subject: =\?UTF-8\?/m);
    const words = wordsOf(text);
    expect(words).toContain('Здравствуйте, Ольга!');
    expect(words).toContain('Мария Орлова');
    expect(words).toContain('> Не работает');
    expect(words).toContain('> с утра');

    const after = await opened(id);
    expect(after).toMatchObject({
      whoseTurn: 'theirs',
      touchSeconds: 25,
      touchedBy: { id: mail.me.staffId },
    });
    const kind = await mail.world.ctx.db
      .selectFrom('conversations')
      .select('touchKind')
      .where('id', '=', id)
      .executeTakeFirst();
    expect(kind).toEqual({ touchKind: 'message' });
    expect(after.messages.at(-1)?.sending).toMatchObject({ state: 'sent' });
    expect((await mailbox())?.lastOutAt).not.toBeNull();
  });

  test('who has seen an older version is told, and nothing leaves', async () => {
    const { conversationId: id, messageId } = await asked();
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const { version } = await opened(id);
    await receive(mail, { from: `olga${count}@home.example`, answers: messageId, text: 'Уже да' });
    const late = await mail.call(
      'POST /api/conversations/{id}/messages',
      { id, version, text: 'Идём' },
      mail.me.as,
    );
    expect(late.body.code).toBe('conversations.changed_meanwhile');
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(0);
  });

  test('what is another’s is not there for whoever reaches his own alone', async () => {
    const { conversationId: id } = await asked();
    await answer(mail, id, 'Здравствуйте');
    const messageId = (await lastOf(id))?.id ?? 0;
    const { version } = await opened(id);
    const other = await signedIn(mail.world, {
      permissions: { 'conversations.view': 'own', 'conversations.work': 'own' },
    });
    const wrote = await mail.call(
      'POST /api/conversations/{id}/messages',
      { id, version, text: 'Чужое' },
      other.as,
    );
    const settled = await mail.call(
      'POST /api/conversations/{id}/messages/{messageId}/settle',
      { id, messageId, hasArrived: true },
      other.as,
    );
    for (const { status, body } of [wrote, settled]) {
      expect([status, body.code]).toEqual([404, 'conversations.not_found']);
    }
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(1);
  });

  test('the same write sent twice is one letter', async () => {
    const { conversationId: id } = await asked();
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const { version } = await opened(id);
    const input = { id, version, text: 'Один раз' };
    const as = { ...mail.me.as, 'idempotency-key': 'once' };
    const one = await mail.call('POST /api/conversations/{id}/messages', input, as);
    const two = await mail.call('POST /api/conversations/{id}/messages', input, as);
    expect(two.body).toEqual(one.body);
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(1);
  });

  test('what asks for an answer elsewhere says so, and leaves once somebody has looked', async () => {
    const address = 'eve@elsewhere.example';
    const forged = { from: 'olga@home.example', headers: [`Reply-To: Olga <${address}>`] };
    const { conversationId: id } = await receive(mail, forged);
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const { version, answersBy, messages } = await opened(id);
    expect(messages[0]).toMatchObject({ senderAddress: 'olga@home.example', answerTo: address });
    expect(answersBy).toEqual({ channel: 'email', to: address, isToConfirm: true });
    const route = 'POST /api/conversations/{id}/messages';
    const words = { id, version, text: 'Ваш баланс' };
    for (const answersAt of [undefined, 'olga@home.example']) {
      const refused = await mail.call(route, { ...words, answersAt }, mail.me.as);
      expect([refused.status, refused.body.code]).toEqual([409, 'conversations.answers_elsewhere']);
    }
    // Neither does what no person looks at: from a ticket, by a macro or by a rule.
    const { ctx } = mail.world;
    const from = { conversationIds: [id], subscriberId: null, text: 'Приняли' };
    const byItself = () => inTransaction(ctx, (tx) => writeFromWork(tx, from));
    expect(await byItself()).toMatchObject({ failure: { params: { address } } });
    const sent = await mail.call(route, { ...words, answersAt: address }, mail.me.as);
    expect(sent.status).toBe(201);
    await send(mail);
    expect(mail.smtp.letters.map(({ to }) => to)).toEqual([[address]]);
    // Asked once; a program still answers nobody there.
    const next = await opened(id);
    expect(next.answersBy?.isToConfirm).toBe(false);
    const again = { ...words, version: next.version };
    expect((await mail.call(route, again, mail.me.as)).status).toBe(201);
    expect(await byItself()).toMatchObject({
      failure: { code: 'conversations.answers_elsewhere' },
    });
  });

  test('at another address of the same subscriber an answer is nothing foreign', async () => {
    const person = {
      kind: 'person' as const,
      lastName: 'Орлова',
      contacts: [
        { kind: 'email' as const, value: 'orlova@home.example' },
        { kind: 'email' as const, value: 'orlova@work.example' },
      ],
    };
    await mail.world.via(subscribersApi)('POST /api/subscribers', person, mail.me.as);
    const headers = ['Reply-To: orlova@work.example'];
    const { conversationId: id } = await receive(mail, { from: 'orlova@home.example', headers });
    expect((await opened(id)).answersBy).toEqual({
      channel: 'email',
      to: 'orlova@work.example',
      isToConfirm: false,
    });
    await answer(mail, id);
    await send(mail);
    expect(mail.smtp.letters.at(-1)?.to).toEqual(['orlova@work.example']);
  });

  test('where our own server checks senders, what it has not proven recognises nobody', async () => {
    const from = 'olga.orlova@known.example';
    const contacts = [{ kind: 'email' as const, value: from }];
    const person = { kind: 'person' as const, lastName: 'Орлова', contacts };
    await mail.world.via(subscribersApi)('POST /api/subscribers', person, mail.me.as);
    const set = async (checkedBy: string): Promise<void> => {
      const { id, version } = (await mail.call('GET /api/channels', {}, mail.me.as)).body.rows[0]!;
      const changed = { ...mail.settings, id, version, checkedBy };
      expect((await mail.call('PUT /api/channels/{id}', changed, mail.me.as)).status).toBe(200);
    };
    const by = (result: string) => ({
      from,
      subject: 'Balance',
      headers: [`Authentication-Results: mx.bereg.example;\r\n ${result}`],
    });
    // Believed as it stands, until it is said whose word counts.
    const believed = await receive(mail, by('dmarc=fail'));
    expect((await opened(believed.conversationId)).who).toContain('Орлова');
    await set('MX.bereg.example');
    const forged = await receive(mail, by('dmarc=fail header.from=known.example'));
    expect(forged.conversationId).not.toBe(believed.conversationId);
    expect(await opened(forged.conversationId)).toMatchObject({
      subscriberId: null,
      messages: [{ isUnproven: true }],
    });
    const proven = await receive(mail, by('dmarc=pass header.from=known.example'));
    expect(proven.conversationId).toBe(believed.conversationId);
    expect((await opened(proven.conversationId)).messages.map((one) => one.isUnproven)).toEqual([
      false,
      false,
    ]);
    // The name of theirs anybody may have read; that of an answer of ours only whom it went to.
    const quoting = { ...by('none'), answers: believed.messageId };
    expect((await receive(mail, quoting)).conversationId).not.toBe(believed.conversationId);
    await answer(mail, believed.conversationId);
    await send(mail);
    const ours = mail.smtp.letters.at(-1)?.text.match(/Message-ID: <([^>]+)>/i)?.[1] ?? '';
    const answering = await receive(mail, { ...by('none'), answers: ours });
    expect(answering.conversationId).toBe(believed.conversationId);
    await set('');
  });

  test('files of the draft go with the letter, byte for byte', async () => {
    const { conversationId: id } = await asked();
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const bytes = randomBytes(7000);
    const files = [
      { name: 'contract 5; new.pdf', type: 'application/pdf', content: bytes },
      { name: 'plan 1.png', type: 'image/png', content: Buffer.from([0x89, 0, 13, 10, 26]) },
    ];
    const fileIds: number[] = [];
    for (const file of files) fileIds.push(await attach(mail.world, id, file, mail.me.as));
    const { version } = await opened(id);
    const input = { id, version, text: 'Во вложении', fileIds };
    const sent = await mail.call('POST /api/conversations/{id}/messages', input, mail.me.as);
    expect(sent.status).toBe(201);
    await send(mail);
    const letterText = (mail.smtp.letters[0]?.text ?? '').replaceAll('\r\n', '');
    for (const { name, type, content } of files) {
      expect(letterText).toContain(`filename="${name}"`);
      expect(letterText).toContain(type);
      expect(letterText).toContain(content.toString('base64'));
    }
    expect((await lastOf(id))?.files.map(({ name }) => name)).toEqual(files.map((one) => one.name));
  });

  test('a server out of reach is the mailbox’s trouble, and the letter waits', async () => {
    const { conversationId: id } = await asked();
    await answer(mail, id);
    const { id: channelId, version } = (await mailbox())!;
    const { smtpPassword: _, imapPassword: _kept, ...settings } = mail.settings;
    const dead = { ...settings, smtpPort: 1, smtpPassword: 'x', id: channelId, version };
    expect((await mail.call('PUT /api/channels/{id}', dead, mail.me.as)).status).toBe(200);
    await send(mail);
    expect((await lastOf(id))?.sending).toMatchObject({ state: 'waiting', trouble: 'unreachable' });
    expect(await mailbox()).toMatchObject({
      trouble: 'unreachable',
      troubleOf: 'smtp',
      waitingOut: 1,
    });
    const well = { ...mail.settings, id: channelId, version: version + 1 };
    expect((await mail.call('PUT /api/channels/{id}', well, mail.me.as)).status).toBe(200);
    mail.world.clock.advance({ seconds: 30 });
    await send(mail);
    expect((await lastOf(id))?.sending).toMatchObject({ state: 'sent' });
    expect(await mailbox()).toMatchObject({ trouble: null, waitingOut: 0, unknownOut: 0 });
  });

  test('what broke off after the words is not sent again until somebody says so', async () => {
    const { conversationId: id } = await asked();
    const messageId = await answer(mail, id);
    mail.smtp.mood = 'cuts_after_letter';
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(1);
    expect((await lastOf(id))?.sending).toMatchObject({ state: 'unknown', trouble: 'cut_off' });
    expect(await opened(id)).toMatchObject({ whoseTurn: 'ours', touchedAt: null });
    mail.smtp.mood = 'takes';
    mail.world.clock.advance({ seconds: 86_400 });
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(1);
    expect((await mailbox())?.unknownOut).toBe(1);

    const route = 'POST /api/conversations/{id}/messages/{messageId}/settle';
    const again = { id, messageId, hasArrived: false };
    expect((await mail.call(route, again, mail.me.as)).status).toBe(200);
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(2);
    const names = mail.smtp.letters.map(({ text }) => /Message-ID: (\S+)/i.exec(text)?.[1]);
    expect(new Set(names).size).toBe(1);
    expect(await opened(id)).toMatchObject({ whoseTurn: 'theirs' });
    const settled = await mail.call(route, again, mail.me.as);
    expect(settled.body.code).toBe('conversations.message_settled');
  });

  test('somebody may say that it arrived, and that is the touch', async () => {
    const { conversationId: id } = await asked();
    const messageId = await answer(mail, id);
    mail.smtp.mood = 'cuts_after_letter';
    await send(mail);
    const route = 'POST /api/conversations/{id}/messages/{messageId}/settle';
    await mail.call(route, { id, messageId, hasArrived: true }, mail.me.as);
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(1);
    const after = await opened(id);
    expect(after).toMatchObject({ whoseTurn: 'theirs', touchedBy: { id: mail.me.staffId } });
    expect(after.messages.at(-1)?.sending).toMatchObject({ state: 'sent' });
  });

  test('a paused mailbox sends nothing, and what waits leaves when it runs again', async () => {
    const { conversationId: id } = await asked();
    await answer(mail, id);
    const { id: channelId, version } = (await mailbox())!;
    const paused = await mail.call(
      'POST /api/channels/{id}/pause',
      { id: channelId, version },
      mail.me.as,
    );
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(0);
    await mail.call('POST /api/channels/{id}/resume', paused.body, mail.me.as);
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(1);
  });
});
