import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letter, settingsOf } from '../src/conversations/testing/mailbox.ts';
import { dovecotLacking, type Dovecot, startDovecot } from '../src/testing/mail/dovecot.ts';
import { type Smtp, startSmtp } from '../src/testing/mail/smtp.ts';
import { colleague, firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { cuttableLine } from './testing/cuttable-line.ts';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`the desk is not tried with letters: ${lacking}\n`);

const atOnce = { timeout: 20_000 };

describe.skipIf(lacking !== null)('two agents at one desk', () => {
  let browser: Browser;
  let world: Awaited<ReturnType<typeof livingWorld>>;
  let dovecot: Dovecot;
  let smtp: Smtp;
  let boss: WithPassword;
  let mate: WithPassword;
  beforeAll(async () => {
    [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
    [dovecot, smtp] = await Promise.all([startDovecot(), startSmtp()]);
    boss = await firstAdministrator(world);
    mate = await colleague(world, boss, {
      email: 'lev@example.test',
      roleCode: 'supervisor',
    });
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
    await Promise.all([dovecot.stop(), smtp.stop()]);
  });

  const answerField = (page: Page) => page.getByRole('textbox', { name: 'Ответ', exact: true });

  /** Connects a mailbox and waits until it was read for the first time. */
  async function connectMailbox(): Promise<void> {
    const answer = await fetch(`${world.address}/api/channels`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'bereg', ...boss.as },
      body: JSON.stringify(settingsOf(dovecot, smtp)),
    });
    expect(answer.status).toBe(201);
    await expect
      .poll(async () => {
        const { rows } = await world.ctx.pool.query<{ read: boolean }>(
          `select place ? 'lastUid' as read from channels`,
        );
        return rows[0]?.read;
      }, atOnce)
      .toBe(true);
  }

  test('drafts, labels, a late letter and a lost line', async () => {
    await connectMailbox();
    const line = await cuttableLine(world.address);
    const at = { address: line.address, colorScheme: 'light' } as const;
    const { context, page } = await screenOf(browser, boss, at);
    const errors = notePageErrors(page);
    const first = letter({ from: 'Zoya <zoya@home.example>', subject: 'Router', text: 'Мигает' });
    await page.goto(`${line.address}/conversations?queue=all`);
    await dovecot.deliver('support', first.text);
    await page.getByRole('link', { name: /Zoya/ }).click(atOnce);
    const field = answerField(page);
    await field.waitFor(atOnce);

    // The first letter takes it; another screen of hers goes on with what was written here.
    await press(page, 'KeyA');
    await page.keyboard.type('Добрый день!');
    await page.getByRole('button', { name: 'Взять' }).waitFor({ state: 'hidden', ...atOnce });
    await page.getByText('Черновик', { exact: true }).waitFor(atOnce);
    const elsewhere = await screenOf(browser, boss, { ...at, address: world.address });
    await elsewhere.page.goto(page.url().replace(line.address, world.address));
    await expect.poll(() => answerField(elsewhere.page).inputValue(), atOnce).toBe('Добрый день!');
    await elsewhere.context.close();

    // A colleague sees that somebody is at it.
    const other = await screenOf(browser, mate, { ...at, address: world.address });
    await other.page.goto(page.url().replace(line.address, world.address));
    await page.keyboard.type(' Перезагрузите роутер');
    expect(await field.inputValue()).toBe('Добрый день! Перезагрузите роутер');
    await other.page.getByText(/пишет$/).waitFor(atOnce);
    await page.getByText(/смотрит$/).waitFor(atOnce);
    await expectSoundPage(page);
    await other.context.close();

    // A letter came meanwhile: the answer waits until it was seen.
    const more = { from: 'Zoya <zoya@home.example>', answers: first.id, text: 'Уже не мигает' };
    await dovecot.deliver('support', letter({ ...more, subject: 'Re: Router' }).text);
    await page.getByText('Уже не мигает').first().waitFor(atOnce);
    await press(page, 'Control+Enter');
    await page.getByText('Пока вы писали, пришло 1 сообщение', { exact: false }).waitFor(atOnce);
    expect(smtp.letters).toHaveLength(0);
    await expectSoundPage(page);
    await press(page, 'Escape');
    await page.keyboard.type('. Хорошо!');

    // Without a line it is kept, marked, and leaves once by itself.
    line.cut();
    await press(page, 'Control+Enter');
    await page.getByText('Уйдёт само', { exact: false }).waitFor(atOnce);
    await expectSoundPage(page);
    line.mend();
    await page.getByText('Отправлено', { exact: true }).waitFor({ timeout: 20_000 });
    await expect.poll(() => field.inputValue(), atOnce).toBe('');
    expect(smtp.letters).toHaveLength(1);
    expect(errors().filter((text) => !text.includes('ERR_'))).toEqual([]);
    await context.close();
    await line.close();
  });
});
