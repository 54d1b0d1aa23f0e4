import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { expectSoundInBoth, expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { press, tabTo } from './testing/keyboard.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { dialledOn, type Scheme, screenOf } from './testing/screen-of.ts';
import { sendForm } from './testing/send-form.ts';

/** Long enough for a loaded machine, and far below the 15 seconds for which an offer stands. */
const atOnce = { timeout: 5_000 };

let browser: Browser;
let world: Awaited<ReturnType<typeof livingWorld>>;
let boss: WithPassword;
let agent: WithPassword;

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), livingWorld()]);
  boss = await firstAdministrator(world);
  agent = await colleague(world, boss, { email: 'lev@example.test' });
  const subscriber = {
    kind: 'person' as const,
    lastName: 'Кузнецов',
    firstName: 'Пётр',
    contacts: [{ kind: 'phone' as const, value: '+7 912 345-67-09' }],
  };
  await world.via(subscribersApi)('POST /api/subscribers', subscriber, boss.as);
});

afterAll(async () => {
  await browser.close();
  await world.close();
});

const at = (colorScheme: Scheme) => ({ address: world.address, colorScheme });

/** Ready by one key, unless one was before the screen was opened; the foot of the rail shows it. */
async function beReady(page: Page): Promise<void> {
  const state = page.getByRole('button', { name: /^Вы: [А-Я]/ });
  const named = await state.getAttribute('aria-label');
  if (named !== 'Вы: Готов') await press(page, 'KeyR');
  await page.getByRole('button', { name: 'Вы: Готов' }).waitFor();
}

/** From the form to the open card: seen by everybody at once, offered, taken by one key. */
async function answerOffer(page: Page, name: string, send: Promise<string>): Promise<void> {
  const row = page.getByRole('link', { name: new RegExp(name) });
  const number = await send;
  await row.getByRole('timer').waitFor(atOnce);
  const offer = page.getByRole('alert', { name: 'Новое обращение' });
  await offer.waitFor(atOnce);
  expect(await offer.innerText()).toContain(name);
  await expectSoundPage(page);
  await offer.waitFor();
  await press(page, 'F2');
  await page.waitForURL(/\/conversations\/\d+/);
  await page.getByText(`№ ${number} · Форма на сайте`).waitFor(atOnce);
  await offer.waitFor({ state: 'hidden' });
}

/** Where one writes what matters of the call; it stands there once an outcome is chosen. */
const noteOf = (page: Page) => page.getByPlaceholder('Что важно из разговора');

/** The start of the call, by the key, and at once what follows it; told as the agent's word. */
async function startCall(page: Page, e164: string, ...following: string[]): Promise<void> {
  await press(page, 'KeyC', ...following);
  await page.getByText('со слов оператора').waitFor();
  expect(await dialledOn(page)).toBe(`tel:${e164}`);
}

/** More than fits into the conversation's pane. */
const manyWords = 'Интернет\n'.repeat(30);

test('somebody new is called, and a reminder set, by keyboard', async () => {
  const { context, page } = await screenOf(browser, agent, at('light'));
  const errors = notePageErrors(page);
  await page.goto(`${world.address}/conversations`);
  await page.getByText('У вас всё разобрано').waitFor();
  await expectSoundInBoth(page);
  await beReady(page);
  await press(page, 'KeyL');
  await page.getByText('Никто не ждёт').waitFor();
  const visitor = { name: 'Ольга Зайцева', phone: '8 912 345-67-01', wanted: manyWords };
  await answerOffer(page, visitor.name, sendForm(browser, at('light'), visitor));
  await page.getByText('Нет в базе').waitFor();

  await startCall(page, '+79123456701', 'KeyF');
  await page.getByLabel('О чём').waitFor();
  await page.keyboard.type('Узнать, подключили ли');
  await tabTo(page, page.getByRole('button', { name: 'завтра в 10:00' }));
  await press(page, 'Enter');
  await expectSoundInBoth(page);
  await press(page, 'Control+Enter');
  await page.getByText(/Лев Мятный: напоминание на/).waitFor();

  await press(page, 'Digit1');
  await expect
    .poll(() => noteOf(page).evaluate((field) => field === document.activeElement))
    .toBe(true);
  await page.keyboard.type('Подключаем в среду');
  await expectSoundInBoth(page);
  await press(page, 'Control+Enter');
  await page.getByText('Записано, обращение закрыто.').waitFor();
  await page.getByText('Подключаем в среду').waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
  await context.close();
});

test('a subscriber who does not answer is tried again', async () => {
  const { context, page } = await screenOf(browser, agent, at('dark'));
  const errors = notePageErrors(page);
  await page.goto(`${world.address}/conversations?queue=nobody`);
  await beReady(page);
  const visitor = { name: 'Кузнецов', phone: '89123456709', wanted: 'Пропал интернет' };
  await answerOffer(page, 'Кузнецов Пётр', sendForm(browser, at('dark'), visitor));
  const card = page.getByRole('region', { name: 'Кто обратился' });
  await card.getByText('Кузнецов Пётр').first().waitFor();
  const ownOnCard = card.getByRole('listitem').getByText('Лев Мятный');
  await ownOnCard.waitFor();
  await expectSoundPage(page);
  await startCall(page, '+79123456709');
  await press(page, 'Digit2', 'Control+Enter');
  await page.getByText(/^Записано. Перезвоним /).waitFor();
  await noteOf(page).waitFor({ state: 'hidden' });
  for (const queue of ['nobody', 'retry']) {
    await press(page, 'KeyL');
    await page.waitForURL(new RegExp(`queue=${queue}`));
  }
  await page.getByRole('link', { name: /Кузнецов Пётр.*Звонок в / }).waitFor();
  await expectSoundPage(page);
  await press(page, 'KeyC');
  await page.getByRole('link', { name: 'Идёт звонок', exact: true }).waitFor();
  await press(page, 'Digit1', 'Control+Enter');
  await page.getByText('Записано, обращение закрыто.').waitFor();
  await ownOnCard.waitFor({ ...atOnce, state: 'hidden' });
  expect(errors()).toEqual([]);
  await context.close();
});

/** A figure that is a number of requests, as its link shows it. */
const countIn = (words: string): number | null => {
  const count = words.split('\n').find((line) => /^\d+$/.test(line.trim()));
  return count === undefined ? null : Number(count);
};

test('every figure of the report opens its rows', async () => {
  const { context, page } = await screenOf(browser, boss, at('light'));
  const errors = notePageErrors(page);
  await page.goto(`${world.address}/reports/first-touch`);
  for (const title of ['Через сколько ответили', 'По часам', 'По сотрудникам']) {
    await page.getByRole('heading', { name: title }).waitFor();
  }
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /100 %\s*в пределах норматива/ }).waitFor();
  await main.getByRole('link', { name: /Медиана/ }).waitFor();
  await main.getByRole('rowheader', { name: 'Лев Мятный' }).waitFor();
  await expectSoundInBoth(page);
  const links = main.getByRole('link');
  const all = await links.count();
  expect(all).toBeGreaterThan(20);
  let nothings = 0;
  for (let figure = 0; figure < all; figure += 1) {
    const link = links.nth(figure);
    const [words, href] = [await link.innerText(), (await link.getAttribute('href')) ?? ''];
    // Hours in which nobody wrote are all alike.
    if (countIn(words) === 0 && ++nothings > 2) continue;
    await (figure < 3 ? tabTo(page, link) : link.focus());
    await press(page, 'Enter');
    await page.waitForURL(`**${href}`);
    await main.getByRole('link', { name: 'Назад' }).waitFor();
    const rows = main.locator('tbody tr');
    await rows.first().or(page.getByText('Таких обращений нет')).waitFor();
    const shown = await rows.count();
    expect(countIn(words) ?? Math.max(1, shown), `${words} ${href}`).toBe(shown);
    if (figure === 0) await expectSoundInBoth(page);
    await page.goBack();
    await links.nth(all - 1).waitFor();
  }
  for (const path of ['/settings/norms', '/settings/norms/calendars/new', '/settings/desk']) {
    await page.goto(`${world.address}${path}`);
    await page.getByRole('button', { name: 'Сохранить' }).first().waitFor();
    await expectSoundInBoth(page);
  }
  expect(errors()).toEqual([]);
  await context.close();
});
