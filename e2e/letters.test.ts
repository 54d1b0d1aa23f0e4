import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecotLacking, type Dovecot, startDovecot } from '../src/testing/mail/dovecot.ts';
import { type Smtp, startSmtp } from '../src/testing/mail/smtp.ts';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { letter } from '../src/conversations/testing/mailbox.ts';
import { expectSoundInBoth, notePageErrors } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';

const lacking = dovecotLacking();
if (lacking) process.stderr.write(`letters are not tried: ${lacking}\n`);

const atOnce = { timeout: 10_000 };

describe.skipIf(lacking !== null)('letters at the desk', () => {
  let browser: Browser;
  let world: Awaited<ReturnType<typeof livingWorld>>;
  let dovecot: Dovecot;
  let smtp: Smtp;
  let boss: WithPassword;
  beforeAll(async () => {
    [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
    [dovecot, smtp] = await Promise.all([startDovecot(), startSmtp()]);
    boss = await firstAdministrator(world);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
    await Promise.all([dovecot.stop(), smtp.stop()]);
  });

  test('a mailbox is connected, a letter is answered, and the answer leaves', async () => {
    const at = { address: world.address, colorScheme: 'light' } as const;
    const { context, page } = await screenOf(browser, boss, at);
    const errors = notePageErrors(page);
    await page.goto(`${world.address}/settings/channels`);
    await page.getByRole('button', { name: 'Подключить канал' }).click();
    await page.getByRole('menuitem', { name: 'Почтовый ящик' }).click();
    await page.getByLabel('Название').fill('Почта');
    await page.getByLabel('Имя отправителя').fill('Берег');
    await page.getByLabel('Адрес отправителя').fill('support@bereg.example');
    const servers = [
      { port: dovecot.port, user: 'support', password: 'не тот' },
      { port: smtp.port, user: smtp.user, password: smtp.password },
    ];
    for (const [place, server] of servers.entries()) {
      await page.getByLabel('Сервер').nth(place).fill('127.0.0.1');
      await page.getByLabel('Порт').nth(place).fill(String(server.port));
      await page.getByRole('combobox', { name: 'Защита соединения' }).nth(place).click();
      await page.getByRole('option', { name: 'Без защиты' }).click();
      await page.getByLabel('Имя пользователя').nth(place).fill(server.user);
      await page.locator('input[autocomplete="new-password"]').nth(place).fill(server.password);
    }
    await page.getByRole('button', { name: 'Проверить' }).click();
    await page.getByText('Сервер не принял имя и пароль.').waitFor(atOnce);
    await page.locator('input[autocomplete="new-password"]').first().fill(dovecot.password);
    await page.getByRole('button', { name: 'Проверить' }).click();
    await expect.poll(() => page.getByText('Работает', { exact: true }).count(), atOnce).toBe(2);
    await expectSoundInBoth(page);
    await press(page, 'Control+Enter');
    await page.getByRole('heading', { name: 'Почта' }).waitFor(atOnce);
    await expectSoundInBoth(page);
    await expect
      .poll(async () => {
        const { rows } = await world.ctx.pool.query<{ read: boolean }>(
          `select place ? 'lastUid' as read from channels order by id desc limit 1`,
        );
        return rows[0]?.read;
      }, atOnce)
      .toBe(true);

    await page.goto(`${world.address}/conversations?queue=all`);
    const from = 'Zoya <zoya@home.example>';
    const words = { from, subject: 'Router', text: 'Роутер мигает красным' };
    await dovecot.deliver('support', letter(words).text);
    await page.getByRole('link', { name: /Zoya/ }).click(atOnce);
    await page.getByText('№').first().waitFor(atOnce);
    await page.getByRole('button', { name: 'Показать, как в письме' }).click();
    const frame = page.frameLocator('iframe[title="Письмо, как его прислали"]');
    await frame.getByText('Роутер мигает красным').waitFor(atOnce);
    // No script runs in the frame, so that axe would wait for it without end.
    await page.getByRole('button', { name: 'Скрыть письмо' }).click();
    await expectSoundInBoth(page);
    await press(page, 'KeyT');
    const field = page.getByRole('textbox', { name: 'Ответ', exact: true });
    await field.waitFor(atOnce);
    await press(page, 'KeyA');
    await page.keyboard.type('Перезагрузите его, пожалуйста');
    await press(page, 'Control+Enter');
    await page.getByText('Отправлено', { exact: true }).waitFor(atOnce);
    await expect.poll(() => field.inputValue(), atOnce).toBe('');
    expect(smtp.letters.at(-1)?.to).toEqual(['zoya@home.example']);
    await page.getByText('Ждём ответа').first().waitFor(atOnce);
    await expectSoundInBoth(page);
    expect(errors()).toEqual([]);
    await context.close();
  });

  test('a long conversation is read back, and an answer elsewhere leaves once it was looked at', async () => {
    const at = { address: world.address, colorScheme: 'light' } as const;
    const { context, page } = await screenOf(browser, boss, at);
    const errors = notePageErrors(page);
    const headers = ['Reply-To: eve@elsewhere.example'];
    const first = letter({ from: 'Olga <olga@home.example>', headers, text: 'Самое первое' });
    await page.goto(`${world.address}/conversations?queue=all`);
    await dovecot.deliver('support', first.text);
    await page.getByRole('link', { name: /Olga/ }).click(atOnce);
    await page.getByText('Самое первое').last().waitFor(atOnce);
    await world.ctx.pool.query(
      `insert into messages (conversation_id, direction, text, happened_at)
       select conversation_id, 'in', 'Слово ' || n, happened_at + n * interval '1 millisecond'
       from   messages, generate_series(1, 600) n where text = 'Самое первое'`,
    );
    await page.reload();
    const words = page.getByText(/^Слово \d+$/);
    const feed = page.getByRole('list').filter({ has: words }).last();
    const beginning = feed.getByText('Самое первое', { exact: true });
    await feed.getByText('Слово 600', { exact: true }).waitFor(atOnce);
    expect(await beginning.count()).toBe(0);
    await page.getByRole('button', { name: 'Показать более раннее' }).click();
    await beginning.waitFor(atOnce);
    // What comes meanwhile moves the end, and leaves no gap.
    const next = letter({ from: 'Olga <olga@home.example>', headers, answers: first.id });
    await dovecot.deliver('support', next.text);
    await feed.getByText('Не работает', { exact: true }).waitFor(atOnce);
    await expect.poll(() => feed.getByText(/^Слово \d+$/).count(), atOnce).toBe(600);
    expect(await beginning.count()).toBe(1);

    await press(page, 'KeyT');
    await page.getByRole('textbox', { name: 'Ответ', exact: true }).waitFor(atOnce);
    await press(page, 'KeyA');
    await page.keyboard.type('Ваш баланс — 300 рублей');
    const before = smtp.letters.length;
    await press(page, 'Control+Enter');
    const warning = page.getByRole('alert').filter({ hasText: 'eve@elsewhere.example' });
    await warning.waitFor(atOnce);
    expect(smtp.letters).toHaveLength(before);
    await press(page, 'Control+Enter');
    await warning.waitFor({ ...atOnce, state: 'detached' });
    await expect
      .poll(() => smtp.letters.slice(before).map(({ to }) => to), atOnce)
      .toEqual([['eve@elsewhere.example']]);
    expect(errors()).toEqual([]);
    await context.close();
  });
});
