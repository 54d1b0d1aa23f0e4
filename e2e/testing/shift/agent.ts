import type { Page } from 'playwright-core';
import { press } from '../keyboard.ts';

/** What has not come by then was taken by another or lost with the server: an agent looks again. */
const soon = { timeout: 7_000 };

/** What those at the desks are told: to go on, to let the supervisor choose first, to go home. */
export type Told = { word: 'go on' | 'wait' | 'go home' };

/** What an agent does at the desk, by keys alone, until told that all is done. */
export async function workShift(page: Page, name: string, told: Told): Promise<void> {
  await page.getByRole('button', { name: 'Вы: Нет на месте' }).waitFor();
  await press(page, 'KeyR');
  while (told.word !== 'go home') {
    // Whatever is in the way, such as a colleague who was first or a server that is gone, an agent
    // looks again and goes on.
    if (told.word === 'wait') await page.waitForTimeout(100);
    else
      await workOne(page, name, told).catch(() => page.keyboard.press('Escape').catch(() => null));
  }
}

async function workOne(page: Page, name: string, told: Told): Promise<void> {
  await leaveField(page);
  const offer = page.getByRole('alert', { name: 'Новое обращение' });
  const isOffered = await offer.isVisible();
  if (!isOffered && !(await findRow(page))) return;
  const before = page.url();
  await press(page, isOffered ? 'F2' : 'KeyJ');
  await page.waitForURL((url) => url.href !== before || /\/\d+\?/.test(url.href), soon);
  await page.getByText('№').first().waitFor(soon);
  if (told.word !== 'go on') return;
  const field = page.getByRole('textbox', { name: 'Ответ', exact: true });
  const take = page.getByRole('button', { name: 'Взять' }).first();
  const call = page.locator('[aria-keyshortcuts="C"]');
  await field.or(take).or(call).first().waitFor(soon);
  await ((await field.isVisible()) ? answerAndClose(page, name) : callAndClose(page));
}

/** Looks at what is nobody's and at what is one's own by turns; whether there is something. */
async function findRow(page: Page): Promise<boolean> {
  const row = rowsOf(page).first();
  const isThere = await row.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
  if (!isThere) await press(page, page.url().includes('queue=nobody') ? 'KeyH' : 'KeyL');
  return isThere;
}

const rowsOf = (page: Page) =>
  page.getByRole('region', { name: 'Список обращений' }).locator('[data-index]').getByRole('link');

/** Plain keys belong to a field while one stands in it. */
const leaveField = (page: Page): Promise<void> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

async function answerAndClose(page: Page, name: string): Promise<void> {
  // What stands in the field is no answer yet: a draft that outlived the program is written anew.
  const feed = page.getByRole('group', { name: 'Ход обращения' });
  const ours = feed.getByText('Отвечает смена', { exact: false });
  if ((await ours.count()) === 0) {
    const [, id = ''] = /\/conversations\/(\d+)/.exec(page.url()) ?? [];
    await press(page, 'KeyA');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`Отвечает смена: ${id}, ${name}`);
    await press(page, 'Control+Enter');
  }
  await page.getByText('Отправлено', { exact: true }).waitFor({ timeout: 30_000 });
  await leaveField(page);
  await page.getByRole('button', { name: 'Другие действия' }).focus(soon);
  await press(page, 'Enter');
  const close = page.getByRole('menuitem', { name: 'Закрыть обращение' });
  await close.focus(soon);
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Открыть снова' }).waitFor(soon);
}

async function callAndClose(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: 'Взять' }).first();
  if (await take.isVisible()) {
    await press(page, 'KeyT');
    await take.waitFor({ state: 'hidden', ...soon });
  }
  await press(page, 'KeyC');
  await page.getByText('со слов оператора').first().waitFor(soon);
  await press(page, 'Digit1', 'Control+Enter');
  await page.getByRole('button', { name: 'Открыть снова' }).waitFor(soon);
}
