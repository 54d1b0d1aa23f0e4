import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { dovecotLacking } from '../../testing/mail/dovecot.ts';
import { signedIn } from '../../testing/staff.ts';
import {
  answer,
  createMailWorld,
  isRead,
  letter,
  type MailWorld,
  receive,
  send,
} from '../testing/mailbox.ts';

vi.setConfig({ testTimeout: 90_000 });

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`letters are not tried: ${lacking}\n`);

describe.skipIf(lacking !== null)('letters that come', () => {
  let mail: MailWorld;
  beforeAll(async () => {
    mail = await createMailWorld();
  });
  afterAll(() => mail.close());

  const opened = async (id: number) =>
    (await mail.call('GET /api/conversations/{id}', { id }, mail.me.as)).body;
  const conversations = async (): Promise<number> =>
    (await mail.world.ctx.db.selectFrom('conversations').select('id').execute()).length;

  test('a letter becomes a conversation with the clock of the first touch', async () => {
    const { conversationId } = await receive(mail, {
      from: '=?utf-8?B?0J7Qu9GM0LPQsA==?= <Olga@Home.Example>',
      text: 'Не работает интернет',
    });
    const body = await opened(conversationId);
    expect(body).toMatchObject({
      channel: 'email',
      who: 'Ольга',
      email: 'olga@home.example',
      phone: '',
      subject: 'No internet',
      state: 'open',
      whoseTurn: 'ours',
      touchedAt: null,
      normSeconds: 60,
      preview: 'Не работает интернет',
      owner: null,
    });
    expect(body.messages).toMatchObject([
      { direction: 'in', senderAddress: 'olga@home.example', text: 'Не работает интернет' },
    ]);
    await mail.world.tick('conversations.offers');
    expect((await opened(conversationId)).offer).toMatchObject({ staffId: mail.me.staffId });
    const { body: queue } = await mail.call('GET /api/conversations', { queue: 'all' }, mail.me.as);
    expect(queue.rows.map(({ id }) => id)).toContain(conversationId);
  });

  test('an answer joins what it answers; a stranger who quotes its name does not', async () => {
    const first = await receive(mail, { from: 'Petr <petr@home.example>', subject: 'Bill' });
    await answer(mail, first.conversationId);
    await send(mail);
    const ours = mail.smtp.letters.at(-1)?.text.match(/Message-ID: <([^>]+)>/i)?.[1] ?? '';
    const thanks = { from: 'petr@home.example', subject: 'Whatever', text: 'Спасибо' };
    const back = await receive(mail, { ...thanks, answers: ours });
    expect(back.conversationId).toBe(first.conversationId);
    const body = await opened(first.conversationId);
    const owner = { id: mail.me.staffId };
    expect(body).toMatchObject({ whoseTurn: 'ours', state: 'open', owner });
    const said = body.messages.map(({ text }) => text);
    expect(said).toEqual(['Не работает', 'Сейчас проверим', 'Спасибо']);
    const stranger = await receive(mail, { from: 'eve@elsewhere.example', answers: ours });
    expect(stranger.conversationId).not.toBe(first.conversationId);
  });

  test('the same sender and subject goes on with what is open', async () => {
    const first = await receive(mail, { from: 'anna@home.example', subject: 'Router' });
    const more = await receive(mail, { from: 'anna@home.example', subject: 'RE: router' });
    const other = await receive(mail, { from: 'anna@home.example', subject: 'Cable' });
    expect(more.conversationId).toBe(first.conversationId);
    expect(other.conversationId).not.toBe(first.conversationId);
  });

  test('a closed one is opened again within two weeks, and a new one begins after', async () => {
    const first = await receive(mail, { from: 'oleg@home.example', subject: 'Speed' });
    const id = first.conversationId;
    await answer(mail, id);
    await send(mail);
    const seen = await opened(id);
    const closed = { id, version: seen.version };
    expect((await mail.call('POST /api/conversations/{id}/close', closed, mail.me.as)).status).toBe(
      200,
    );
    expect((await opened(id)).closedOutcome).toBe('answered');
    const back = { from: 'oleg@home.example', subject: 'Re: Speed', answers: first.messageId };
    expect((await receive(mail, back)).conversationId).toBe(id);
    const again = await opened(id);
    expect(again).toMatchObject({ state: 'open', whoseTurn: 'ours', closedOutcome: null });
    await mail.call(
      'POST /api/conversations/{id}/close',
      { id, version: again.version },
      mail.me.as,
    );
    mail.world.clock.advance({ seconds: 15 * 86_400 });
    expect((await receive(mail, back)).conversationId).not.toBe(id);
  });

  test('a file comes with its letter, for those who may see the conversation', async () => {
    const body = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Вот скан',
      '--b',
      'Content-Type: text/html; name="scan.html"',
      'Content-Disposition: attachment; filename="scan.html"',
      '',
      '<script>alert(1)</script>',
      '--b--',
    ].join('\r\n');
    const { conversationId: id } = await receive(mail, { from: 'scan@home.example', body });
    const [message] = (await opened(id)).messages;
    expect(message?.files).toMatchObject([{ name: 'scan.html', contentType: 'text/html' }]);
    const fileId = message?.files[0]?.id ?? 0;
    const route = 'GET /api/conversations/{id}/files/{fileId}';
    const got = await mail.call(route, { id, fileId }, mail.me.as);
    expect(JSON.stringify(got.body)).toContain('alert(1)');
    expect(got.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    expect(got.headers['content-disposition']).toContain('attachment');
    const elsewhere = await mail.call(route, { id: id + 1000, fileId }, mail.me.as);
    expect(elsewhere.body.code).toBe('conversations.file_not_found');
    const outsider = await signedIn(mail.world, {
      permissions: { 'conversations.view': 'own' },
    });
    await mail.call('POST /api/conversations/{id}/take', { id }, mail.me.as);
    const hidden = await mail.call(route, { id, fileId }, outsider.as);
    expect(hidden.body.code).toBe('conversations.file_not_found');
    const letterRoute = 'GET /api/conversations/{id}/messages/{messageId}/letter';
    const asked = { id, messageId: message?.id ?? 0 };
    expect(message?.isLetter).toBe(true);
    const laidOut = await mail.call(letterRoute, asked, mail.me.as);
    expect(laidOut.body).toContain('<pre>Вот скан</pre>');
    const policy = laidOut.headers['content-security-policy'];
    expect(policy).toMatch(/default-src 'none'; img-src data:; .*sandbox allow-popups/);
    const pictured = await mail.call(letterRoute, { ...asked, pictures: 'true' }, mail.me.as);
    expect(pictured.headers['content-security-policy']).toContain('img-src data: https:');
    const beyond = await mail.call(letterRoute, asked, outsider.as);
    expect([beyond.status, beyond.body.code]).toEqual([404, 'conversations.message_not_found']);
  });

  test('what programs write starts nothing, and turns nothing', async () => {
    const before = await conversations();
    const auto = ['Auto-Submitted: auto-replied'];
    const alone = await receive(mail, { from: 'robot@home.example', headers: auto });
    expect(alone).toMatchObject({ state: 'refused', error: 'auto_reply' });
    const list = await receive(mail, {
      from: 'news@shop.example',
      headers: ['Precedence: bulk', 'List-Unsubscribe: <https://shop.example/off>'],
    });
    expect(list).toMatchObject({ state: 'refused', error: 'bulk' });
    expect(await conversations()).toBe(before);

    const asked = await receive(mail, { from: 'vera@home.example', subject: 'Vacation' });
    await answer(mail, asked.conversationId);
    await send(mail);
    const sent = mail.smtp.letters.length;
    const away = { from: 'vera@home.example', headers: auto, answers: asked.messageId };
    expect((await receive(mail, away)).conversationId).toBe(asked.conversationId);
    const body = await opened(asked.conversationId);
    expect(body.whoseTurn).toBe('theirs');
    expect(body.messages.at(-1)).toMatchObject({ isAutomatic: true });
    await send(mail);
    expect(mail.smtp.letters).toHaveLength(sent);
  });

  test('a letter that came back marks the answer, and it is for us to look at it', async () => {
    const asked = await receive(mail, { from: 'gone@home.example', subject: 'Gone' });
    await answer(mail, asked.conversationId);
    await send(mail);
    const ours = mail.smtp.letters.at(-1)?.text.match(/Message-ID: <([^>]+)>/i)?.[1] ?? '';
    expect((await opened(asked.conversationId)).whoseTurn).toBe('theirs');
    const body = [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
      '',
      '--r',
      'Content-Type: text/plain',
      '',
      'Undelivered',
      '--r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.home.example',
      '',
      'Final-Recipient: rfc822; gone@home.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '',
      '--r',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${ours}>`,
      'Subject: Re: Gone',
      '',
      '--r--',
    ].join('\r\n');
    const bounce = { from: 'MAILER-DAEMON@home.example', subject: 'Undelivered Mail', body };
    expect(await receive(mail, bounce)).toMatchObject({ state: 'understood' });
    const after = await opened(asked.conversationId);
    expect(after.whoseTurn).toBe('ours');
    expect(after.messages.at(-1)?.sending).toMatchObject({ state: 'failed', trouble: 'bounced' });
    expect(after.messages.at(-1)?.sending?.error).toContain('no such user');
    // An earlier answer of the thread that arrived stays so, whatever thread the report names.
    await answer(mail, asked.conversationId, 'Ещё раз');
    await send(mail);
    const second = mail.smtp.letters.at(-1)?.text.match(/Message-ID: <([^>]+)>/i)?.[1] ?? '';
    await answer(mail, asked.conversationId, 'И ещё раз');
    await send(mail);
    const third = mail.smtp.letters.at(-1)?.text.match(/Message-ID: <([^>]+)>/i)?.[1] ?? '';
    const headers = [`References: <${ours}> <${second}> <${third}>`];
    const exim = { ...bounce, headers, body: body.replace(ours, third) };
    expect(await receive(mail, exim)).toMatchObject({ state: 'understood' });
    const states = (await opened(asked.conversationId)).messages.map(({ sending }) => sending);
    expect(states.slice(-2).map((one) => one?.state)).toEqual(['sent', 'failed']);
    const unknown = { ...bounce, body: body.replace(ours, 'nobody@nowhere.example') };
    expect(await receive(mail, unknown)).toMatchObject({ state: 'refused', error: 'bounce' });
  });

  test('what is no letter is set aside at once, and can be looked at', async () => {
    const before = await mail.world.ctx.db.selectFrom('rawMessages').select('id').execute();
    await mail.dovecot.deliver('support', 'чепуха без заголовков\n');
    await vi.waitFor(async () => {
      await mail.world.tick('channels.take_up');
      const rows = await mail.world.ctx.db
        .selectFrom('rawMessages')
        .select(['state', 'error'])
        .where(
          'id',
          'not in',
          before.map(({ id }) => id),
        )
        .execute();
      expect(rows).toEqual([{ state: 'quarantined', error: 'not_mail' }]);
    }, 20_000);
    const aside = await mail.call('GET /api/channels/messages', {}, mail.me.as);
    expect(aside.body.rows[0]).toMatchObject({ channel: 'email', error: 'not_mail' });
  });

  test('the same letter comes once, also where the mailbox is numbered anew', async () => {
    const { text } = letter({ from: 'once@home.example', subject: 'Once' });
    await mail.dovecot.deliver('support', text);
    const count = async (): Promise<number> => {
      await mail.world.tick('channels.take_up');
      const rows = await mail.world.ctx.db
        .selectFrom('conversations')
        .select('id')
        .where('sender', '=', 'once@home.example')
        .execute();
      return rows.length;
    };
    await vi.waitFor(async () => expect(await count()).toBe(1), 20_000);
    const place = async () => (await mail.call('GET /api/channels', {}, mail.me.as)).body.rows[0];
    const raws = async (): Promise<number> =>
      (await mail.world.ctx.db.selectFrom('rawMessages').select('id').execute()).length;
    const before = await raws();
    // A second watch stands by and does not read beside the first.
    const second = mail.world.watch('channels.mailboxes');
    await mail.dovecot.renumber('support');
    await mail.dovecot.deliver('support', letter({ from: 'twice@home.example' }).text);
    await vi.waitFor(async () => expect(await raws()).toBe(before + 1), 30_000);
    expect(await count()).toBe(1);
    await mail.dovecot.deliver('support', text);
    await receive(mail, { from: 'thrice@home.example' });
    expect(await count()).toBe(1);
    await second.stop();
    expect(await place()).toMatchObject({ state: 'on', trouble: null });
  });

  test('a person’s letters are told to that person, and go with an erasure', async () => {
    const add = mail.world.via(subscribersApi);
    const made = await add(
      'POST /api/subscribers',
      {
        kind: 'person',
        lastName: 'Лис',
        firstName: 'Ия',
        status: 'left',
        leftOn: '2020-01-01',
        contacts: [{ kind: 'email', value: 'iya@home.example' }],
      } as never,
      mail.me.as,
    );
    const subscriberId = made.body.id;
    const body = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Мой паспорт',
      '--b',
      'Content-Disposition: attachment; filename="passport.txt"',
      '',
      'Серия и номер',
      '--b--',
    ].join('\r\n');
    const came = await receive(mail, { from: 'Ija <iya@home.example>', subject: 'Passport', body });
    expect((await opened(came.conversationId)).subscriberId).toBe(subscriberId);
    await answer(mail, came.conversationId, 'Приняли');
    await send(mail);
    const one = { id: subscriberId };
    const told = await add(
      'GET /api/subscribers/{id}/personal-data',
      { ...one, format: 'json' },
      mail.me.as,
    );
    const text = JSON.stringify(told.body);
    for (const words of ['Мой паспорт', 'passport.txt', 'iya@home.example', 'Приняли']) {
      expect(text).toContain(words);
    }
    const erase = { ...one, confirm: 'Лис Ия', reason: 'request' as const };
    const early = await add('POST /api/subscribers/{id}/erase', erase, mail.me.as);
    expect(early.body.code).toBe('conversations.still_open');
    const { version } = await opened(came.conversationId);
    const closing = { id: came.conversationId, version };
    const closed = await mail.call('POST /api/conversations/{id}/close', closing, mail.me.as);
    expect(closed.status).toBe(200);
    const done = await add('POST /api/subscribers/{id}/erase', erase, mail.me.as);
    expect(done.body.code).toBeUndefined();
    expect(done.status).toBe(200);

    const { ctx } = mail.world;
    const files = await ctx.db
      .selectFrom('files')
      .select(['key', 'name', 'erasedAt'])
      .where('erasedAt', 'is not', null)
      .execute();
    expect(files).toHaveLength(2);
    for (const { key } of files) expect(await ctx.files.disk.exists(key)).toBe(false);
    const left = await ctx.pool.query<{ row: string }>(
      `select m::text as row from messages m union all select r::text from raw_messages r
       union all select o::text from outgoing_messages o union all select c::text from conversations c
       union all select f::text from files f union all select e::text from search_entries e
       union all select p::text from personal_history p`,
    );
    const rest = left.rows.map(({ row }) => row).join('\n');
    expect(rest).not.toMatch(/iya@home|passport|паспорт|Приняли|Серия и номер/i);
  });

  test('a letter is ours from the first reading on, though the server’s clock is behind', async () => {
    const { clock } = mail.world;
    clock.advance({ seconds: (Date.now() - clock.now().getTime()) / 1000 + 3600 });
    const settings = { ...mail.settings, name: 'Отстающий', imapUser: 'behind' };
    await mail.dovecot.deliver('behind', letter({ from: 'old@home.example' }).text);
    const { body } = await mail.call('POST /api/channels', settings, mail.me.as);
    await isRead(mail.world, body.id);
    await mail.dovecot.deliver('behind', letter({ from: 'behind@home.example' }).text);
    await vi.waitFor(async () => {
      const { rows } = await mail.world.ctx.pool.query<{ sender: string }>(
        'select sender from raw_messages where channel_id = $1',
        [body.id],
      );
      expect(rows).toEqual([{ sender: 'behind@home.example' }]);
    }, 20_000);
  });
});
