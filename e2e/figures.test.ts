import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFacts } from '../src/reports/testing/add-facts.ts';
import { api } from '../src/subscribers/api.ts';
import { expectSoundPage } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let screen: Screen;
const atOnce = { timeout: 20_000 };

beforeAll(async () => {
  screen = await openScreen();
  const { world, administrator } = screen;
  const add = async (lastName: string): Promise<number> => {
    const person = { kind: 'person' as const, lastName, firstName: 'Саша' };
    return (await world.via(api)('POST /api/subscribers', person, administrator.as)).body.id;
  };
  const people = [await add('Первова'), await add('Второва'), await add('Третьева')] as const;
  const staff = await world.ctx.db.selectFrom('staff').select('id').executeTakeFirstOrThrow();
  await addFacts(world, [...people], staff.id);
  await world.tick('reports.night');
});
afterAll(() => screen.close());

test('the owner begins with the figures, opens one, its rows, and takes them along', async () => {
  const { page, world, errors } = screen;
  await page.goto(`${world.address}/`);
  const card = page.getByRole('region', { name: 'Показатели за месяц' });
  await card.getByRole('link', { name: /Первое касание в норме.*66,67/ }).click(atOnce);
  const figure = page.getByRole('region', { name: 'Обращения и связь' });
  await figure.getByRole('link', { name: '66,67 %' }).waitFor(atOnce);
  await expectSoundPage(page);
  await figure.getByRole('link', { name: '66,67 %' }).click();
  const rows = page.getByRole('region', { name: 'Обращения за показателем' }).locator('tbody tr');
  await rows.nth(3).waitFor(atOnce);
  expect(await rows.count()).toBe(4);
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Скачать' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.trim().split('\r\n')).toHaveLength(1 + 4);
  await page.getByText('Не вошли').click();
  await expect.poll(() => rows.count(), atOnce).toBe(2);
  expect(errors()).toEqual([]);
});
