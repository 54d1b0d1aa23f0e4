import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPeople, addRequests, addWishes } from '../src/quality/testing/lost-world.ts';
import { addTickets } from '../src/quality/testing/lost-world-served.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let screen: Screen;

/** A November in which requests were called back late, and leavers let go without a try. */
beforeAll(async () => {
  screen = await openScreen();
  const { world } = screen;
  const people = await addPeople(world, 'Котова Анна');
  await addRequests(world);
  await addWishes(world, people);
  await addTickets(world, people);
  await world.tick('quality.lost');
});
afterAll(() => screen.close());

test('the owner sees what is lost, what if, and opens the contacts behind it', async () => {
  const { world, page, errors } = screen;
  await page.goto(`${world.address}/quality/lost`);
  // Late calls over two months, leavers over one; whoever waited for a ticket too stands in them.
  const sum = page.getByRole('region', { name: 'Все процессы вместе теряют в месяц' });
  await sum.getByText('27 000 ₽', { exact: true }).waitFor();
  await sum.getByText('по отдельности вышло бы на 18 000 ₽ больше').waitFor();
  await page.getByText('Мало обращений: 0 из нужных 91').first().waitFor();
  await page.getByRole('button', { name: 'Отпустили, не удерживая' }).click();
  await page.getByText('× (50 % − 20 %) × 600 ₽ = 18 000 ₽ в месяц').waitFor();
  await expectSoundInBoth(page);
  const slider = page.getByRole('slider', { name: 'Что, если довести долю до' });
  await slider.press('Home');
  await page.getByText('Осталось бы 18 000 ₽ в месяц, 216 000 ₽ за год').waitFor();
  await page.getByRole('row', { name: 'Отпустили, не удерживая' }).getByRole('link').click();
  await page.getByText('Не предложили ничего, чтобы остался').first().waitFor();
  await expectSoundInBoth(page);
  await page
    .getByRole('link', { name: /^Обращение об уходе/ })
    .first()
    .click();
  await page.waitForURL(/\/cases\/\d+/);
  await page.getByText('Котова Анна').first().waitFor();
  expect(errors()).toEqual([]);
});
