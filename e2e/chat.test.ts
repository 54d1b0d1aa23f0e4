import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { press } from './testing/keyboard.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';

const atOnce = { timeout: 10_000 };

/** A site of somebody else with the strictest policy under which the chat is to work. */
async function foreignSite(origin: string, channelId: number): Promise<Server> {
  const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin}`;
  const line = `${origin}/chat/widget.js?channel=${channelId}&lang=ru`;
  const server = createServer((request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(`<!doctype html><html lang="ru"><title>Сайт</title><main><h1>${request.url}</h1>
      <a href="/tariffs">Тарифы</a></main><script type="module" src="${line}"></script></html>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

/** Pastes a file into the page, or lets it fall there, as a browser would tell of it. */
const bring = (page: Page, how: 'paste' | 'drop', name: string): Promise<void> =>
  page.evaluate(
    ([type, fileName]) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], fileName ?? '', { type: 'image/png' }));
      const Event = type === 'paste' ? ClipboardEvent : DragEvent;
      const told = { bubbles: true, clipboardData: data, dataTransfer: data };
      document.body.dispatchEvent(new Event(type ?? '', told));
    },
    [how, name],
  );

describe('the chat on a site', () => {
  let browser: Browser;
  let world: Awaited<ReturnType<typeof livingWorld>>;
  let boss: WithPassword;
  let site: Server;
  let address = '';
  beforeAll(async () => {
    [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
    boss = await firstAdministrator(world);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
    await world.close();
  });

  test('a visitor writes from page to page, and is answered; with nobody there a phone is left', async () => {
    const { context, page } = await screenOf(browser, boss, {
      address: world.address,
      colorScheme: 'light',
    });
    const errors = notePageErrors(page);
    await page.goto(`${world.address}/settings/channels/chat/new`);
    await page.getByLabel('Название').fill('Чат сайта');
    await page.getByLabel('Заголовок окна').fill('Спросите нас');
    await page.getByLabel('Приветствие').fill('Здравствуйте! Чем помочь?');
    await press(page, 'Control+Enter');
    await page.getByText('Чат сайта').first().waitFor(atOnce);
    await expectSoundPage(page);
    const { rows } = await world.ctx.pool.query<{ id: number }>('select id from channels');
    site = await foreignSite(world.address, rows[0]?.id ?? 0);
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

    const visitor = await (await browser.newContext()).newPage();
    const foreign = notePageErrors(visitor);
    await visitor.goto(address);
    await visitor.getByRole('button', { name: 'Открыть чат' }).click(atOnce);
    await visitor.getByText('Сейчас никого нет').waitFor(atOnce);
    await visitor.getByRole('textbox', { name: 'Телефон' }).fill('8 912 345-67-11');
    await visitor.getByRole('checkbox').check();
    await visitor.getByRole('button', { name: 'Жду звонка' }).click();
    await visitor.getByText(/Номер обращения: \d+/).waitFor(atOnce);

    await page.goto(`${world.address}/conversations?queue=all`);
    await page.getByRole('button', { name: /^Вы: / }).waitFor(atOnce);
    await press(page, 'KeyR');
    await page.getByRole('button', { name: 'Вы: Готов' }).waitFor(atOnce);
    const words = visitor.getByRole('textbox', { name: 'Ваше сообщение' });
    await words.fill('Какая у вас скорость?', atOnce);
    await words.press('Enter');
    await page.getByRole('link', { name: /Какая у вас скорость/ }).click(atOnce);
    await visitor.getByRole('link', { name: 'Тарифы' }).click();
    await visitor.getByRole('log').getByText('Какая у вас скорость?').waitFor(atOnce);

    await page.getByRole('textbox', { name: 'Ответ', exact: true }).fill('До 500 Мбит/с', atOnce);
    await press(page, 'Control+Enter');
    await visitor.getByRole('log').getByText('До 500 Мбит/с').waitFor(atOnce);
    await expectSoundPage(page);

    // One file is chosen, one pasted, one dropped; a closed page loses none of them.
    const attached = page.getByRole('list', { name: 'Файлы к сообщению' });
    const paper = { name: 'Договор.pdf', mimeType: 'application/pdf', buffer: randomBytes(5000) };
    await page.getByLabel('Файл', { exact: true }).last().setInputFiles(paper);
    await bring(page, 'paste', 'image.png');
    await bring(page, 'drop', 'лишний.txt');
    await attached.getByText('лишний.txt').waitFor(atOnce);
    await expect.poll(() => attached.getByRole('progressbar').count(), atOnce).toBe(0);
    await page.reload();
    await attached.getByText('лишний.txt').waitFor(atOnce);
    await page.getByRole('button', { name: 'Убрать «лишний.txt»' }).click();
    await expectSoundPage(page);
    await page.getByRole('textbox', { name: 'Ответ', exact: true }).fill('Вот договор');
    await press(page, 'Control+Enter');
    await visitor.getByRole('button', { name: /^Снимок .*\.png 1 КБ/ }).waitFor(atOnce);
    await expect.poll(() => attached.count(), atOnce).toBe(0);
    const saving = visitor.waitForEvent('download');
    await visitor.getByRole('button', { name: 'Договор.pdf 5 КБ' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(paper.name);
    expect(await readFile(await saved.path())).toEqual(paper.buffer);
    await page.getByRole('link', { name: paper.name }).waitFor(atOnce);
    await expectSoundPage(page);
    expect([...errors(), ...foreign()]).toEqual([]);
    await context.close();
  });
});
