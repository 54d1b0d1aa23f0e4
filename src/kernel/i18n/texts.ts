import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type i18n } from 'i18next';
import type { Language } from '../context.ts';

const source = join(import.meta.dirname, '../..');

/**
 * The server's words are the web's words: each domain's `web/{ru,en}.json`, namespace = domain. So
 * a failure reads the same in the API and on the screen.
 */
export function loadTexts(domains: readonly string[]): Record<Language, i18n> {
  const key = domains.join(' ');
  loaded = known.get(key) ?? { ru: instance('ru', domains), en: instance('en', domains) };
  known.set(key, loaded);
  return loaded;
}

let loaded: Record<Language, i18n> | undefined;

/** By the domains they are of: the files do not change while a process lives. */
const known = new Map<string, Record<Language, i18n>>();

/** The words loaded at start, where a use case must name things: the head of an export. */
export function textsIn(language: Language): i18n {
  if (!loaded) throw new Error('texts are loaded before the first request');
  return loaded[language];
}

function instance(language: Language, domains: readonly string[]): i18n {
  const resources: Record<string, object> = { kernel: read(`kernel/i18n/${language}.json`) };
  for (const domain of domains) resources[domain] = read(`${domain}/web/${language}.json`);
  const texts = createInstance();
  void texts.init({
    lng: language,
    initAsync: false,
    ns: Object.keys(resources),
    defaultNS: 'kernel',
    keySeparator: '.',
    interpolation: { escapeValue: false },
    resources: { [language]: resources },
  });
  return texts;
}

function read(path: string): object {
  const file = join(source, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
}

/** The words of a failure's code `domain.reason`: text `errors.reason` of that domain. */
export function failureText(
  texts: i18n,
  code: string,
  params: Record<string, unknown> = {},
): string {
  const [domain = 'kernel', ...rest] = code.split('.');
  const key = `${domain}:errors.${rest.join('.')}`;
  return texts.exists(key) ? texts.t(key, params) : code;
}
