import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { bulkLoad as loadProducts } from '../../src/catalog/index.ts';
import { inBulkTransaction } from '../../src/kernel/db/bulk.ts';
import { api as networkApi } from '../../src/network/api.ts';
import { products } from '../../src/sales/guided/testing/guided-walk.ts';
import { loadBuildings, streetKey } from '../../src/subscribers/index.ts';
import { press } from './keyboard.ts';
import type { Screen } from './open-screen.ts';

/** Where whoever is sold to lives. */
export const wantedAddress = 'Томск, ул. Советская, 14';

/** Puts on sale what a script recommends, and fibre at the house where it is wanted. */
export async function offerFibre({ world, administrator }: Screen): Promise<void> {
  const place = { city: 'Томск', streetKind: 'street', street: 'Советская', building: '14' };
  const key = { streetKey: streetKey('Томск', 'Советская'), isPrivateSector: false, flat: '' };
  const [id = 0] = await inBulkTransaction(world.ctx, async (bulk) => {
    await loadProducts(bulk, products);
    return loadBuildings(bulk, [{ ...place, ...key }]);
  });
  const covered = { id, technology: 'ftth', speedKbps: 1_000_000, version: null } as const;
  const route = 'PUT /api/buildings/{id}/coverage/{technology}';
  await world.via(networkApi)(route, covered, administrator.as);
}

const ready = async (next: Locator): Promise<void> => {
  await expect.poll(() => next.isEnabled(), { timeout: 5000 }).toBe(true);
};

/** A talk by the script, by keys alone, each part as far as the next begins. */
export function guidedTalk(page: Page) {
  const said = (words: RegExp | string) => page.getByText(words).waitFor();
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  /** On by the key, once what was written before is done. */
  const goOn = async (): Promise<void> => {
    await ready(button('Дальше'));
    await press(page, 'KeyS');
  };
  return {
    said,
    button,
    async begin(): Promise<void> {
      await button('Продать по сценарию').waitFor();
      await press(page, 'KeyS');
      await said(/Задам несколько коротких вопросов/);
      await press(page, 'KeyS');
      await said('Сколько человек дома пользуются интернетом?');
    },
    async sayNeeds(): Promise<void> {
      await press(page, 'Digit3');
      await said(/Сколько устройств/);
      await press(page, 'Digit2');
      await said('Для чего вам интернет?');
      await press(page, 'Digit1', 'Digit3', 'KeyS');
      await said('Какая скорость у вас сейчас?');
    },
    async sayRest(): Promise<void> {
      await press(page, 'KeyS');
      await said(/неприятный опыт/);
      await press(page, 'Digit2');
      await said(/На какую сумму/);
      await press(page, 'KeyS');
      await said(/подойдёт «Скорость 300»/);
    },
    async doubt(): Promise<void> {
      await press(page, 'KeyS');
      await said(/Сомневается\?/);
      await press(page, 'KeyY');
      const heard = page.waitForResponse((one) => decodeURI(one.url()).includes('выходит'));
      await page.keyboard.type('как-то дороговато выходит');
      await heard;
      await button('Дорого').waitFor();
      await press(page, 'Enter');
      await said(/С чем вы сравниваете/);
    },
    async takeCinema(): Promise<void> {
      await press(page, 'KeyU');
      await page
        .getByRole('paragraph')
        .filter({ hasText: /Дорого.*Помогло/ })
        .waitFor();
      await goOn();
      const cinema = page.getByRole('region', { name: 'Кинотеатр' });
      await cinema.waitFor();
      await press(page, 'KeyU');
      await cinema.getByRole('button', { name: 'Интересно', pressed: true }).waitFor();
      await goOn();
    },
    async payAtOnce(): Promise<void> {
      await button(/Сразу: 500 ₽/).waitFor();
      await ready(button('Не сказал, дальше'));
      await press(page, 'Digit1');
      await said(/Повторите, о чём договорились/);
    },
    async agree(): Promise<void> {
      await press(page, 'Digit1');
      await button('Продать по сценарию').waitFor();
    },
  };
}
