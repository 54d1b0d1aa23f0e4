import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecotLacking, type Dovecot, startDovecot } from '../src/testing/mail/dovecot.ts';
import { type Smtp, startSmtp } from '../src/testing/mail/smtp.ts';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { letter } from '../src/conversations/testing/mailbox.ts';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { type Scheme, screenOf } from './testing/screen-of.ts';

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

  const schemes: Scheme[] = ['light', 'dark'];

  test.each(schemes)(
    'a mailbox is connected, a letter is answered, and the answer leaves: %s',
    async (colorScheme) => {
      const { context, page } = await screenOf(browser, boss, {
        address: world.address,
        colorScheme,
      });
      const errors = notePageErrors(page);
      const user = `support-${colorScheme}`;
      await page.goto(`${world.address}/settings/channels`);
      await page.getByRole('button', { name: 'Подключить канал' }).click();
      await page.getByRole('menuitem', { name: 'Почтовый ящик' }).click();
      await page.getByLabel('Название').fill(`Почта ${colorScheme}`);
      await page.getByLabel('Имя отправителя').fill('Берег');
      await page.getByLabel('Адрес отправителя').fill(`${user}@bereg.example`);
      const servers = [
        { port: dovecot.port, user, password: 'не тот' },
        { port: smtp.port, user: smtp.user, password: smtp.password },
      ];
      for (const [at, server] of servers.entries()) {
        await page.getByLabel('Сервер').nth(at).fill('127.0.0.1');
        await page.getByLabel('Порт').nth(at).fill(String(server.port));
        await page.getByRole('combobox', { name: 'Защита соединения' }).nth(at).click();
        await page.getByRole('option', { name: 'Без защиты' }).click();
        await page.getByLabel('Имя пользователя').nth(at).fill(server.user);
        await page.locator('input[autocomplete="new-password"]').nth(at).fill(server.password);
      }
      await page.getByRole('button', { name: 'Проверить' }).click();
      await page.getByText('Сервер не принял имя и пароль.').waitFor(atOnce);
      await page.locator('input[autocomplete="new-password"]').first().fill(dovecot.password);
      await page.getByRole('button', { name: 'Проверить' }).click();
      await expect.poll(() => page.getByText('Работает', { exact: true }).count(), atOnce).toBe(2);
      await expectSoundPage(page);
      await press(page, 'Control+Enter');
      await page.getByRole('heading', { name: `Почта ${colorScheme}` }).waitFor(atOnce);
      await expectSoundPage(page);
      await expect
        .poll(async () => {
          const { rows } = await world.ctx.pool.query<{ read: boolean }>(
            `select place ? 'lastUid' as read from channels order by id desc limit 1`,
          );
          return rows[0]?.read;
        }, atOnce)
        .toBe(true);

      await page.goto(`${world.address}/conversations?queue=all`);
      const from = `Zoya ${colorScheme} <zoya-${colorScheme}@home.example>`;
      const words = { from, subject: `Router ${colorScheme}`, text: 'Роутер мигает красным' };
      await dovecot.deliver(user, letter(words).text);
      await page.getByRole('link', { name: new RegExp(`Zoya ${colorScheme}`) }).click(atOnce);
      await page.getByText('№').first().waitFor(atOnce);
      await page.getByRole('button', { name: 'Показать, как в письме' }).click();
      const frame = page.frameLocator('iframe[title="Письмо, как его прислали"]');
      await frame.getByText('Роутер мигает красным').waitFor(atOnce);
      // No script runs in the frame, so that axe would wait for it without end.
      await page.getByRole('button', { name: 'Скрыть письмо' }).click();
      await expectSoundPage(page);
      await press(page, 'KeyT');
      const field = page.getByRole('textbox', { name: 'Ответ', exact: true });
      await field.waitFor(atOnce);
      await press(page, 'KeyA');
      await page.keyboard.type('Перезагрузите его, пожалуйста');
      await press(page, 'Control+Enter');
      await page.getByText('Отправлено', { exact: true }).waitFor(atOnce);
      await expect.poll(() => field.inputValue(), atOnce).toBe('');
      expect(smtp.letters.at(-1)?.to).toEqual([`zoya-${colorScheme}@home.example`]);
      await page.getByText('Ждём ответа').first().waitFor(atOnce);
      await expectSoundPage(page);
      expect(errors()).toEqual([]);
      await context.close();
    },
  );
});
