import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openedBrowsers } from './open-browser.ts';

const folder = join(import.meta.dirname, '../../.cache/test-results');

/** A test that failed leaves its screens open: what they show is kept for whoever asks why. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const pages = openedBrowsers.flatMap((one) => one.contexts().flatMap((open) => open.pages()));
  for (const [at, page] of pages.entries()) {
    const path = join(folder, `failed-${task.id}-${at + 1}.png`);
    await page.screenshot({ path }).then(
      () => process.stderr.write(`${task.name}: ${path}\n`),
      () => undefined,
    );
  }
});
