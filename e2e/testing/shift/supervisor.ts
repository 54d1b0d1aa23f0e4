import type { Page } from 'playwright-core';
import { press } from '../keyboard.ts';

const soon = { timeout: 30_000 };
const MOST_TRIES = 4;

/**
 * Gives one of what waits to somebody, by keys, and goes back to the board. The agents let the
 * supervisor choose first; what one of them was at already may be done meanwhile: then the next.
 */
export async function handOver(page: Page, address: string, name: string): Promise<void> {
  for (let left = MOST_TRIES - 1; left >= 0; left -= 1) {
    try {
      await giveOne(page, address, name);
      break;
    } catch (error) {
      if (left === 0) throw new Error(`nothing could be given to ${name}`, { cause: error });
    }
  }
  await page.goto(`${address}/board`, soon);
  await page.getByRole('heading', { name: 'Смена' }).first().waitFor(soon);
}

async function giveOne(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/conversations?queue=all`, soon);
  await page.locator('[data-index]').getByRole('link').first().waitFor(soon);
  await press(page, 'KeyJ');
  await page.getByRole('button', { name: 'Назначить' }).focus(soon);
  await press(page, 'Enter');
  await page.getByPlaceholder('Имя сотрудника').waitFor(soon);
  await page.keyboard.type(name);
  const found = page.getByRole('dialog').getByRole('button', { name: new RegExp(name) });
  await found.focus(soon);
  await press(page, 'Enter');
  await page.getByText(`Передано: ${name}`).waitFor(soon);
}
