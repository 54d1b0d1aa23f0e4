import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Words = Record<string, string>;
type Texts = { technology: Words; choices: { technology: Words }; check: { technology: Words } };

const read = (domain: string, language: string): Texts =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, domain, `web/${language}.json`), 'utf8'),
  ) as Texts;

// Lists read words of their own domain, and a page for the site those of channels alone.
test.each(['ru', 'en'])('a line is called alike wherever it is told, in %s', (language) => {
  const { technology } = read('catalog', language);
  expect(Object.keys(technology)).toHaveLength(5);
  expect(read('network', language).choices.technology).toEqual(technology);
  expect(read('subscribers', language).choices.technology).toEqual(technology);
  expect(read('channels', language).check.technology).toEqual(technology);
});
