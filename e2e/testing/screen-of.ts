import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { WithPassword } from '../../src/testing/sign-in.ts';

export type Scheme = 'light' | 'dark';

/** A desk screen of somebody who is signed in, as wide as the smallest that staff works on. */
export async function screenOf(
  browser: Browser,
  who: WithPassword,
  at: { address: string; colorScheme: Scheme },
): Promise<{ context: BrowserContext; page: Page }> {
  const { colorScheme, address } = at;
  const viewport = { width: 1366, height: 768 };
  const context = await browser.newContext({
    colorScheme,
    viewport,
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const pairs = (who.as['cookie'] ?? '').split('; ').map((pair) => pair.split(/=(.*)/s));
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: address })));
  await context.addInitScript(noteDialling);
  return { context, page: await context.newPage() };
}

/** The machine has no phone: what is dialled is noted in place of its being opened. */
function noteDialling(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[href^="tel:"]');
    if (!link) return;
    event.preventDefault();
    document.documentElement.dataset['dialled'] = link.href;
  });
}

export const dialledOn = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['dialled']);
