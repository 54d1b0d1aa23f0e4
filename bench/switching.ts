import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Base } from './base.ts';
import type { Measured } from './measure.ts';

const SWITCHES = 60;
const WARM = 6;
const BAR_MS = 100;
/** Somebody reads a little before going on; meanwhile the next one is fetched. */
const READING_MS = 400;

/**
 * From a key to the next conversation painted, at the desk of a real browser before this base, with
 * what the browser's remote control adds. Browser, server and database share the machine.
 */
export async function switching(base: Base): Promise<Measured> {
  const address = await base.app.listen({ host: '127.0.0.1', port: 0 });
  const executablePath = await readFile(
    join(import.meta.dirname, '../.cache/chromium-path'),
    'utf8',
  );
  const browser = await chromium.launch({
    executablePath: executablePath.trim(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      extraHTTPHeaders: base.headers[0] ?? {},
      // The measure watches the page from within.
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.goto(`${address}/conversations?queue=all`);
    await page.waitForSelector('a[href^="/conversations/"]');
    const times: number[] = [];
    for (let at = 0; at < WARM + SWITCHES; at++) {
      await page.waitForTimeout(READING_MS);
      const before = await page.evaluate<string>(shown);
      const startedMs = performance.now();
      await page.keyboard.press('KeyJ');
      await page.waitForFunction(`!['', ${JSON.stringify(before)}].includes(${shown})`, null, {
        polling: 'raf',
        timeout: 3000,
      });
      const tookMs = performance.now() - startedMs;
      if (at >= WARM) times.push(tookMs);
    }
    const sorted = times.toSorted((a, b) => a - b);
    return {
      name: 'desk: to the next conversation, painted',
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
      p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      runs: SWITCHES,
      barMs: BAR_MS,
    };
  } finally {
    await browser.close();
  }
}

/** In the page: what the middle pane shows, and under which address; empty while it is nothing. */
const shown = `(() => {
  const feed = document.querySelector('main [role="group"][tabindex="0"]');
  return feed ? location.pathname + feed.parentElement.innerText : '';
})()`;
