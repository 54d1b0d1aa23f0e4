import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../src/testing/requests.ts';
import { expectSoundInBoth } from './testing/expect-sound-page.ts';
import { guidedTalk, offerFibre, wantedAddress } from './testing/guided-talk.ts';
import { press } from './testing/keyboard.ts';
import { openScreen, type Screen } from './testing/open-screen.ts';

let world: Screen['world'];
let page: Screen['page'];
let errors: Screen['errors'];
let close: Screen['close'];
let talk: ReturnType<typeof guidedTalk>;
let conversationId = 0;

beforeAll(async () => {
  const screen = await openScreen();
  ({ world, page, errors, close } = screen);
  talk = guidedTalk(page);
  await offerFibre(screen);
  conversationId = await ask(world, { name: 'Ольга Зайцева', address: wantedAddress });
});

afterAll(() => close());

test('from the desk to what was agreed on, by keys alone', async () => {
  await page.goto(`${world.address}/conversations/${conversationId}?queue=nobody`);
  await page.getByRole('button', { name: 'Взять' }).waitFor();
  await press(page, 'KeyT');
  const { said } = talk;
  await talk.begin();
  await expectSoundInBoth(page);
  await talk.sayNeeds();
  await press(page, 'KeyB');
  await page.getByRole('button', { name: 'Работа из дома', pressed: true }).waitFor();
  await press(page, 'KeyS');
  await said('Какая скорость у вас сейчас?');
  await talk.sayRest();
  await said(/Для 3 человек, фильмов в 4K и работы из дома подойдёт «Скорость 300»/);
  expect(await page.getByText('Скорость 500').count()).toBe(0);
  await expectSoundInBoth(page);
  await talk.doubt();
  await expectSoundInBoth(page);
  await talk.takeCinema();
  await talk.payAtOnce();
  await expectSoundInBoth(page);
  await talk.agree();

  await page.goto(`${world.address}/deals/list`);
  await page.getByRole('link', { name: /Ольга Зайцева/ }).click();
  await page.getByText('Скорость 300, Кинотеатр').waitFor();
  await page.getByText('3 человека, 6 устройств').first().waitFor();
  await expectSoundInBoth(page);
  expect(errors()).toEqual([]);
});
