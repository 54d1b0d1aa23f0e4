import type { Page } from 'playwright-core';
import { press } from '../keyboard.ts';

const soon = { timeout: 30_000 };
const MOST_TRIES = 8;

/**
 * Gives what is nobody's to somebody, by keys, and goes back to the board. Agents work meanwhile,
 * and what one would give may be taken: then the next is given.
 */
export async function handOver(page: Page, address: string, name: string): Promise<void> {
  let isGiven = false;
  for (let time = 0; time < MOST_TRIES && !isGiven; time += 1) {
    isGiven = await giveOne(page, address, name).catch(() => false);
  }
  if (!isGiven) throw new Error(`nothing could be given to ${name}`);
  await page.goto(`${address}/board`, soon);
  await page.getByRole('heading', { name: 'Смена' }).first().waitFor(soon);
}

async function giveOne(page: Page, address: string, name: string): Promise<boolean> {
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
  return true;
}
