import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dovecotLacking } from '../../testing/mail/dovecot.ts';
import { createMailWorld, letter, type MailWorld, receive } from '../testing/mailbox.ts';

vi.setConfig({ testTimeout: 90_000 });

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`letters are not tried: ${lacking}\n`);

describe.skipIf(lacking !== null)('a mailbox and what was stored of it', () => {
  let mail: MailWorld;
  beforeAll(async () => {
    mail = await createMailWorld();
  });
  afterAll(() => mail.close());

  test('what the mailbox itself holds is held against what was stored', async () => {
    const { world, call, me, dovecot } = mail;
    const channel = async () => (await call('GET /api/channels', {}, me.as)).body.rows[0]!;
    // What was there before is counted; the letter that wakes the watch may come too late for it.
    const counted = async () => {
      world.clock.advance({ seconds: 11 * 60 });
      const at = world.clock.now().toISOString();
      await receive(mail, { text: 'Ещё' });
      const isNow = async () => expect((await channel()).thereAt).toBe(at);
      await vi.waitFor(isNow, 20_000);
      return channel();
    };
    // The same bytes once more are no loss.
    const { repeats } = (await channel()).today;
    const twice = letter({ id: 'twice@home.example' }).text;
    await dovecot.deliver('support', twice);
    await dovecot.deliver('support', twice);
    await vi.waitFor(async () => expect((await channel()).today.repeats).toBe(repeats + 1), 20_000);
    const { id } = await receive(mail, { text: 'Раз' });
    const whole = await counted();
    expect(whole.thereMissing).toBe(0);
    expect(whole.thereCount).toBeGreaterThan(2);
    // As a fault of ours would leave it.
    const stored = world.ctx.db.updateTable('rawMessages');
    await stored.set({ key: 'gone' }).where('id', '=', id).execute();
    expect((await counted()).thereMissing).toBe(1);
  });
});
