import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '../src/quality/api.ts';
import { addRecordedCall, contact, loadContacts } from '../src/quality/testing/quality-world.ts';
import { colleague, type WithPassword } from '../src/testing/sign-in.ts';
import { signedIn, type SignedIn } from '../src/testing/staff.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';
import { screenOf } from './testing/screen-of.ts';

let screen: Screen;
let agent: WithPassword;
let second: SignedIn;
let conversationId: number;

/** An agent's contact of a week that is over, drawn to be judged. */
beforeAll(async () => {
  screen = await openScreen();
  const { world, administrator } = screen;
  agent = await colleague(world, administrator, { email: 'lev@example.test' });
  second = await signedIn(world, { name: 'Орлова Нина', role: 'supervisor' });
  await world.via(api)(
    'PUT /api/quality-plan',
    { version: 1, contactsWeekly: 1 },
    administrator.as,
  );
  [conversationId = 0] = await loadContacts(world, [contact(agent.id)]);
  world.clock.moveTo(new Date('2026-03-09T06:00:00Z'));
  await world.tick('quality.sample');
});
afterAll(() => screen.close());

test('a contact is judged by keys, its score disputed and decided by another', async () => {
  const { world, page, errors } = screen;
  const call = world.via(api);
  await page.goto(`${world.address}/quality/reviews`);
  await page.getByRole('button', { name: 'Оценить' }).click();
  await page.getByText('Проверим линию').waitFor();
  // What comes once a review has begun is heard and noted in it, and asks no other items.
  await addRecordedCall(world, conversationId, agent.id);
  await page.reload();
  await page.getByRole('button', { name: 'Заметка на 0 с' }).last().click();
  await page.getByLabel('Что заметили').fill('Не назвал срока');
  await page.getByRole('dialog').getByRole('button', { name: 'Заметка' }).click();
  await page.getByText('Не назвал срока').waitFor();
  await page.getByText('Обещал мастера').waitFor();
  await page.getByLabel('Прослушать запись разговора, часть 2').waitFor();
  // While a dialog is there, keys are its own.
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const card = page.getByRole('region', { name: 'Поддержка' });
  await card.getByText(/Известно системе: обращение/).waitFor();
  const pressed = async (item: string, answer: string): Promise<void> => {
    const one = card.getByRole('group', { name: item }).getByRole('button', { name: answer });
    await expect.poll(() => one.getAttribute('aria-pressed')).toBe('true');
  };
  // The first is known already; then by keys: 2 is no, 4 the most points, X does not apply.
  await page.keyboard.press('ArrowDown');
  for (const key of ['2', '1', '4', '4', '1', 'x', '4', '1', 'x']) await page.keyboard.press(key);
  await pressed('Поздоровался и назвал себя', 'Нет');
  await pressed('Назвал срок', 'Не применимо');
  await card.getByText('93 %').waitFor();
  await expectSoundInBoth(page);
  await card.getByRole('button', { name: 'Завершить оценку' }).click();
  await page.getByText('Оценка завершена').waitFor();
  // The agent disputes; it is decided by another than who has judged.
  const listed = await call('GET /api/quality-reviews', {}, agent.as);
  const [review] = listed.body.reviews;
  const id = review?.id ?? 0;
  await call(
    'POST /api/quality-reviews/{id}/disputes',
    { id, item: 'greeting', words: 'Поздоровался раньше' },
    agent.as,
  );
  await page.reload();
  await page.getByText('Оспорено: Поздоровался раньше').waitFor();
  expect(await page.getByRole('button', { name: 'Решить спор' }).count()).toBe(0);
  const { disputes } = (await call('GET /api/quality-reviews/{id}', { id }, second.as)).body;
  await call(
    'POST /api/quality-disputes/{id}/decide',
    { id: disputes[0]?.id ?? 0, answer: 'yes', words: 'Верно, в первом письме' },
    second.as,
  );
  await page.goto(`${world.address}/quality/reviews`);
  await page.getByRole('link', { name: '100 %' }).click();
  await page.getByText(/Решено \(Орлова Нина\): Нет → Да/).waitFor();
  expect(errors()).toEqual([]);
});

test('whoever was judged is given a lesson, reads it and passes its test', async () => {
  const { world, page, browser, errors } = screen;
  await page.goto(`${world.address}/quality/lessons`);
  const lesson = 'Одно предложение в каждом обращении';
  const row = page.getByRole('row', { name: lesson });
  await row.getByRole('button', { name: 'Дать урок' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Сотрудник' }).fill('Лев');
  await page.getByRole('option', { name: 'Лев Мятный' }).click();
  await dialog.getByRole('button', { name: 'Дать урок' }).click();
  await page.getByText('Урок дан').waitFor();
  const at = { address: world.address, colorScheme: 'light' } as const;
  const { page: own, context } = await screenOf(browser, agent, at);
  await own.goto(`${world.address}/quality/learning`);
  await own.getByRole('link', { name: lesson }).click();
  const send = own.getByRole('button', { name: 'Проверить' });
  await send.waitFor();
  await expectSoundInBoth(own);
  expect(await send.isDisabled()).toBe(true);
  await own.getByLabel('Когда вопрос решён').check();
  await own.getByLabel('Записать').check();
  await send.click();
  await own.getByText('2 из 2').waitFor();
  await own.getByText('Нужно по пять оценок до и после').waitFor();
  expect(await send.count()).toBe(0);
  await context.close();
  await page.reload();
  await row.getByText('1 из 1').waitFor();
  expect(errors()).toEqual([]);
});
