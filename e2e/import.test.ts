import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];

const base = `Лицевой счёт;ФИО;Телефон;Адрес;Тариф;Абонплата;Баланс;Этаж
1001;Берёзов Илья Олегович;8 (913) 123-45-67;г. Томск, ул. Речная, д. 5, кв. 12;Домашний 100;450,00;-120,50;3
1002;Берёзов И. О.;+79131234599;г. Томск, ул. Речная, д. 5, кв. 12;Домашний 100;450,00;0,00;3
1003;Садовая Анна;12;г. Томск, ул. Речная, д. 7;Домашний 100;нет суммы;300,00;1
`;

beforeAll(async () => {
  ({ world, page, errors, close } = await openScreen());
});

afterAll(() => close());

const heading = (name: string) => page.getByRole('heading', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A figure of the check or of the result, by its name. */
const figure = (name: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .innerText();

test('an empty list leads to the first file', async () => {
  await page.goto(`${world.address}/imports`);
  await heading('Здесь будут загруженные базы').waitFor();
  await expectSoundInBoth(page);
  await page.keyboard.press('KeyN');
  await page.getByText('Перетащите файл сюда').waitFor();
  await expectSoundInBoth(page);
});

test('a file that is no table is refused in words', async () => {
  const other = await page.context().newPage();
  await other.goto(`${world.address}/imports/new`);
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
  await other
    .getByLabel('Файл для импорта')
    .setInputFiles({ name: 'base.xls', mimeType: 'application/vnd.ms-excel', buffer: old });
  expect(await other.getByRole('alert').innerText()).toContain('старый формат .xls');
  await other.close();
});

test('a file is read as it is, and what was guessed can be changed', async () => {
  await page
    .getByLabel('Файл для импорта')
    .setInputFiles({ name: 'base.csv', mimeType: 'text/csv', buffer: Buffer.from(base) });
  await heading('base.csv').waitFor();
  await page.getByRole('cell', { name: 'Садовая Анна' }).waitFor();
  expect(await page.getByLabel('Разделитель').inputValue()).toBe(';');
  await page.getByLabel('Кодировка').selectOption('koi8-r');
  await page.getByRole('cell', { name: 'Садовая Анна' }).waitFor({ state: 'detached' });
  await page.getByLabel('Кодировка').selectOption('utf-8');
  await page.getByRole('cell', { name: 'Садовая Анна' }).waitFor();
  await expectSoundInBoth(page);
  await page.keyboard.press('Control+Enter');
});

test('a mapping that cannot be says why; one that can survives a reload', async () => {
  const floor = page.getByLabel('Чем станет столбец «Этаж»');
  await floor.selectOption('flat');
  await page.getByLabel('Чем станет столбец «Тариф»').selectOption('flat');
  await page.getByRole('alert').getByText('Два столбца').waitFor();
  await page.getByLabel('Чем станет столбец «Тариф»').selectOption('tariffName');
  await floor.selectOption('attribute');
  await expectSoundInBoth(page);
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/mapping'));
  await page.getByLabel('Город', { exact: true }).fill('Томск');
  await page.getByLabel('Город', { exact: true }).blur();
  await saved;
  await page.reload();
  await page.getByText('Берёзов Илья Олегович').first().waitFor();
  expect(await floor.inputValue()).toBe('attribute');
  expect(await page.getByLabel('Город', { exact: true }).inputValue()).toBe('Томск');
  await button(/К проверке/).click();
});

test('the check tells what would happen, and its errors can be taken home', async () => {
  await button(/Проверить файл/).click();
  await page.getByText('Страницу можно закрыть').waitFor();
  await world.runJobs();
  await button(/Внести/).waitFor();
  expect(await figure('Строк прочитано')).toBe('3');
  expect(await figure('Новых')).toBe('2');
  expect(await figure('Ошибки')).toBe('1');
  await page.getByText('«нет суммы» — не сумма').waitFor();
  await expectSoundInBoth(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Скачать ошибки и замечания' }).click();
  expect((await download).suggestedFilename()).toBe('base-errors.csv');
});

test('what fits is applied while it is watched', async () => {
  await button(/Внести 2 абонентов/).click();
  await page.getByText('Страницу можно закрыть').waitFor();
  await world.runJobs();
  await page.getByRole('link', { name: 'К абонентам' }).waitFor();
  expect(await figure('Добавлено')).toBe('2');
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
