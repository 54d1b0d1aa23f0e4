import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Chromium that the setup found or brought. */
    chromiumPath: string;
  }
}

const cache = join(import.meta.dirname, '../../.cache');

/** Hands the setup's Chromium to the browser tests, or fails them with the reason there is none. */
export async function setup(project: TestProject): Promise<void> {
  const path = await read('chromium-path');
  if (path === '') {
    const problem = await read('chromium-problem');
    throw new Error(`There is no browser for the tests: ${problem || 'run npm test, it sets up.'}`);
  }
  project.provide('chromiumPath', path);
}

function read(name: string): Promise<string> {
  return readFile(join(cache, name), 'utf8').catch(() => '');
}
