import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let administrator: Screen['administrator'];

const base = `Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Абонплата;Баланс;Модель роутера
2001;Ёлкина Ольга Петровна;8 (913) 555-01-02;г. Томск, ул. Речная, д. 5, кв. 12;Домашний 100;450,00;120,50;Лиман N300
2002;Елкина О. П.;8 (913) 555-01-99;г. Томск, ул. Речная, д. 5, кв. 12;Домашний 100;450,00;0,00;Лиман N150
2003;Жуков Пётр;8 (913) 555-01-03;г. Томск, ул. Речная, д. 7;Домашний 100;450,00;300,00;
`;

beforeAll(async () => {
  ({ world, administrator, page, errors, close } = await openScreen());
});

afterAll(() => close());

const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Goes on from piece to piece by Tab, as without a mouse, and presses Enter on the one meant. */
async function pressBySight(name: string | RegExp): Promise<void> {
  const wanted = button(name).first();
  await wanted.waitFor();
  for (let steps = 0; steps < 120; steps += 1) {
    const isThere = await wanted.evaluate((element) => element === document.activeElement);
    if (isThere) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${String(name)}`);
}

/** The whole base as a file, which tells of every column. */
async function exported(): Promise<string> {
  const { fields } = (await (
    await page.request.get(`${world.address}/api/subscribers/fields`)
  ).json()) as { fields: { key: string }[] };
  const columns = fields.map(({ key }) => key).filter((key) => key !== 'updatedAt');
  const query = JSON.stringify({ columns, sort: { field: 'id', direction: 'asc' } });
  const address = `${world.address}/api/subscribers/export?format=csv&query=${encodeURIComponent(query)}`;
  return (await page.request.get(address)).text();
}

test('a file comes in', async () => {
  await page.goto(`${world.address}/imports/new`);
  await page
    .getByLabel('Файл для импорта')
    .setInputFiles({ name: 'base.csv', mimeType: 'text/csv', buffer: Buffer.from(base) });
  await heading('base.csv').waitFor();
  await page.getByRole('cell', { name: 'Жуков Пётр' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Чем станет столбец «Модель роутера»').selectOption('attribute');
  await pressBySight(/К проверке/);
  await pressBySight(/Проверить файл/);
  await page.getByText('Страницу можно закрыть').waitFor();
  await world.runJobs();
  await pressBySight(/Внести/);
  await page.getByText('Страницу можно закрыть').waitFor();
  await world.runJobs();
  await page.getByRole('link', { name: 'К абонентам' }).waitFor();
  expect((await exported()).split('\n').length).toBeGreaterThan(3);
});

test('the list stands by the alphabet', async () => {
  await page.goto(`${world.address}/subscribers`);
  await page.getByRole('row', { name: /Жуков/ }).waitFor();
  const names = await page.locator('[data-index] a').allInnerTexts();
  expect(names).toEqual(['Елкина О. П.', 'Ёлкина Ольга Петровна', 'Жуков Пётр']);
  await expectSoundInBoth(page);
});

test.each(['8 (913) 555-01-02', '+7 913 555 01 02', '9135550102'])(
  'a phone written as %s finds its owner',
  async (typed) => {
    await page.keyboard.press('Control+KeyK');
    await page.locator('[role="combobox"]:focus').waitFor();
    await page.keyboard.type(typed);
    const found = page.getByRole('option', { name: /Ёлкина Ольга/ });
    await found.waitFor();
    await expect.poll(() => found.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await found.waitFor({ state: 'detached' });
    await heading('Ёлкина Ольга Петровна').waitFor();
  },
);

test('Enter pressed before the answer is here opens what was asked for', async () => {
  await page.goto(`${world.address}/subscribers`);
  await heading('Абоненты').waitFor();
  await page.keyboard.press('Control+KeyK');
  await page.locator('[role="combobox"]:focus').waitFor();
  await page.keyboard.type('89135550102');
  await page.keyboard.press('Enter');
  await heading('Ёлкина Ольга Петровна').waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/subscribers\/\d+$/);
});

test('the card says what is known, with the operator’s own fields by their names', async () => {
  await page.getByText('Модель роутера', { exact: true }).waitFor();
  await page.getByText('Лиман N300', { exact: true }).waitFor();
  await expectSoundInBoth(page);
});

test('a phone is corrected where it stands, extension and all', async () => {
  const phone = page.getByRole('textbox', { name: 'Телефон' });
  const correct = async (written: string): Promise<void> => {
    await button(/^Действия с контактом \+7913/).click();
    await page.getByRole('menuitem', { name: 'Изменить' }).click();
    await phone.fill(written);
    await phone.press('Enter');
    await phone.waitFor({ state: 'detached' });
  };
  await correct('8 913 555 01 09 доб. 7');
  await page.getByRole('link', { name: '+7 913 555-01-09' }).waitFor();
  await page.getByText('доб. 7', { exact: true }).waitFor();
  await correct('8 (913) 555-01-02');
  await page.getByRole('link', { name: '+7 913 555-01-02' }).waitFor();
  expect(await page.getByText('доб. 7', { exact: true }).count()).toBe(0);
});

test('two are merged and set apart again, and the base is what it was', async () => {
  const before = await exported();
  await pressBySight('Другие действия');
  // A slow page shows the menu before the arrows walk through it.
  await page.getByRole('menuitem', { name: 'Объединить с другим' }).focus();
  await page.keyboard.press('Enter');
  const picker = page.getByRole('combobox', { name: 'С кем объединить' });
  await picker.focus();
  await page.keyboard.type('9135550199');
  await page.getByRole('option', { name: /Елкина О/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('radio').first().waitFor();
  await expectSoundInBoth(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: 'Объединённые карточки' }).waitFor();
  await expectSoundInBoth(page);
  expect(await exported()).not.toBe(before);
  await pressBySight('Отменить объединение');
  await button('Разделить').waitFor();
  await expectSoundInBoth(page, '[role="dialog"]');
  await pressBySight('Разделить');
  await page.getByText('Абоненты снова раздельны').waitFor();
  expect(await exported()).toBe(before);
  expect(errors()).toEqual([]);
});

test('many are changed at once and changed back, by keys alone', async () => {
  await page.goto(`${world.address}/subscribers`);
  await page.getByRole('row', { name: /Жуков/ }).waitFor();
  const before = await exported();
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await page.getByText('Отмечено 2 строки').waitFor();
  await page.keyboard.press('KeyE');
  await page.getByText('Изменятся 2 записи.').waitFor();
  await page.keyboard.type('Модель');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Новое значение' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Риф 5');
  await expectSoundInBoth(page, '[role="dialog"]');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Изменены 2 записи').waitFor();
  expect(await exported()).toContain('Риф 5');
  await button('Отменить').last().focus();
  await page.keyboard.press('Enter');
  await page.getByText('Отменено', { exact: true }).waitFor();
  expect(await exported()).toBe(before);
  expect(errors()).toEqual([]);
});

test('a search for look-alikes tells that it is over, and shows what it has found', async () => {
  await page.goto(`${world.address}/subscribers/duplicates`);
  await heading('Похожих пар нет').waitFor();
  await expectSoundInBoth(page);
  for (const value of ['+7 913 555-01-77', '8 913 555-01-77']) {
    const contacts = [{ kind: 'phone' as const, value }];
    const twin = { kind: 'person' as const, lastName: 'Осинин', firstName: 'Глеб', contacts };
    await world.via(subscribersApi)('POST /api/subscribers', twin, administrator.as);
  }
  await button('Искать сейчас').click();
  await page.getByText('Ищу похожих').waitFor();
  await world.runJobs();
  await page.getByText('Поиск закончен: на разбор 1 пара').waitFor();
  await page.getByText('Осинин Глеб').first().waitFor();
  expect(await heading('Похожих пар нет').count()).toBe(0);
});
