import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as channelsApi } from '../src/channels/api.ts';
import { api as staffApi } from '../src/staff/api.ts';
import { api as subscribersApi } from '../src/subscribers/api.ts';
import { firstAdministrator, type WithPassword } from '../src/testing/sign-in.ts';
import { api as ticketsApi } from '../src/tickets/api.ts';
import { Asterisk } from '../src/testing/telephony/asterisk.ts';
import { expectSoundPage, notePageErrors } from './testing/expect-sound-page.ts';
import { livingWorld } from './testing/living-world.ts';
import { openBrowser } from './testing/open-browser.ts';
import { screenOf } from './testing/screen-of.ts';

const atOnce = { timeout: 15_000 };

let browser: Browser;
let world: Awaited<ReturnType<typeof livingWorld>>;
let anna: WithPassword;
const pbx = new Asterisk();

beforeAll(async () => {
  [browser, world] = await Promise.all([openBrowser(), livingWorld(), pbx.door.open()]);
  anna = await firstAdministrator(world);
  const { as } = anna;
  const { port, user, password } = pbx.door;
  const exchange = { name: 'АТС', host: '127.0.0.1', port, user, password };
  await world.via(channelsApi)('POST /api/channels/asterisk', exchange, as);
  await world.via(staffApi)('PUT /api/me', { extension: '101' }, as);
  const { body: kotova } = await world.via(subscribersApi)(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Котова',
      firstName: 'Мария',
      contacts: [{ kind: 'phone', value: '+79131112233' }],
      addresses: [{ text: 'Томск, Мира, 5-12' }],
    },
    as,
  );
  await world.via(ticketsApi)(
    'POST /api/tickets',
    { categoryId: 1, subject: 'Обрыв в подъезде', subscriberId: kotova.id },
    as,
  );
  while (pbx.door.signIns === 0) await new Promise((go) => setTimeout(go, 20));
});
afterAll(async () => {
  await browser.close();
  await world.close();
  await pbx.door.close();
});

test('who calls is on the screen before the answer, and the call to its outcome', async () => {
  const at = { address: world.address, colorScheme: 'light' } as const;
  const { page } = await screenOf(browser, anna, at);
  const errors = notePageErrors(page);
  await page.goto(`${world.address}/subscribers`);
  await page.getByRole('heading', { name: 'Абоненты' }).first().waitFor(atOnce);

  const linkedId = pbx.ring({ from: '79131112233', at: ['101'] });
  const banner = page.getByRole('alert', { name: 'Входящий звонок' });
  await banner.getByText('Котова Мария').waitFor(atOnce);
  expect(await banner.innerText()).toContain('Мира, д. 5, кв. 12');
  await banner.getByText('Обрыв в подъезде').waitFor(atOnce);
  await expectSoundPage(page);

  pbx.answer(linkedId, '101');
  await page.waitForURL(/\/conversations\/\d+/, atOnce);
  await page.getByText('Принял звонок: Анна Белова').waitFor(atOnce);
  pbx.hangUp(linkedId);
  await page.getByText('Запишите итог').first().waitFor(atOnce);
  await expectSoundPage(page);
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Control+Enter');
  await page
    .getByText('Запишите итог')
    .first()
    .waitFor({ state: 'hidden', ...atOnce });
  expect(errors()).toEqual([]);
});
