import { isCode, isTest, unitOf, withoutComments } from './project.ts';
import type { Offence, Project, Rule } from './project.ts';

const languages = ['ru', 'en'] as const;
type Language = (typeof languages)[number];
type Words = Map<string, string>;
/** Of each text, which values it names. */
type Values = Map<string, string>;

const pluralForms: Record<Language, readonly string[]> = {
  ru: ['one', 'few', 'many'],
  en: ['one', 'other'],
};
const suffix = /_(zero|one|two|few|many|other)$/;

/** Russian and English say the same things, with the same values in them and the right plurals. */
export const languageRule: Rule = {
  name: 'Russian and English say the same things',
  find(project) {
    return units(project).flatMap(({ unit, ru, en }) => {
      const [inRu, inEn] = [values(ru), values(en)];
      const missing = (has: Values, lacks: Values, language: Language): Offence[] =>
        [...has.keys()]
          .filter((key) => !lacks.has(key))
          .map((key) => ({ where: `${unit}: ${key}`, what: `say it in ${language}.json too.` }));
      return [
        ...missing(inRu, inEn, 'en'),
        ...missing(inEn, inRu, 'ru'),
        ...wrongPlurals(unit, 'ru', ru),
        ...wrongPlurals(unit, 'en', en),
        ...[...inRu]
          .filter(([key, named]) => inEn.has(key) && inEn.get(key) !== named)
          .map(([key, named]) => ({
            where: `${unit}: ${key}`,
            what: `the languages name different values: ${named} and ${inEn.get(key)}.`,
          })),
      ];
    });
  },
};

/** A text nobody shows is dead; a key without a text shows itself. */
export const textUseRule: Rule = {
  name: 'every text is shown, and what is shown has a text',
  find(project) {
    const code = project.files.filter((file) => isCode(file) && !isTest(file));
    const { literals, prefixes } = quoted(code.map(({ text }) => text).join('\n'));
    const known = new Map(units(project).map(({ unit, ru }) => [unit, bases(ru)]));
    const unused = [...known].flatMap(([unit, keys]) =>
      [...keys]
        .filter((key) => !isUsed(unit, key, literals, prefixes))
        .map((key) => ({ where: `${unit}: ${key}`, what: 'nobody shows it: delete it.' })),
    );
    const unknown = code.filter(isShown).flatMap((file): Offence[] => {
      const unit = unitOf(file.path) ?? '';
      return [...withoutComments(file.text).matchAll(/\bt\(\s*'([\w.]+:)?([\w.]+)'/g)].flatMap(
        ([, space, key = '']) => {
          const spaces = space === undefined ? [unit, 'ui'] : [space.slice(0, -1)];
          if (spaces.some((name) => known.get(name)?.has(key))) return [];
          return [{ where: `${file.path}: ${key}`, what: `write it into ${spaces[0]}’s texts.` }];
        },
      );
    });
    return [...unused, ...unknown];
  },
};

// A language is listed under its own name whichever is shown, and so is the program.
const ownNames = /Русский|Берег/g;

/** What people read stands in the texts, never in a component. */
export const hardTextRule: Rule = {
  name: 'components hold no words of a language',
  find({ files }) {
    return files
      .filter((file) => file.path.endsWith('.tsx') && !isTest(file))
      .filter(({ text }) => /[А-Яа-яЁё]/.test(withoutComments(text).replace(ownNames, '')))
      .map(({ path }) => ({ where: path, what: 'move the words to ru.json and en.json.' }));
  },
};

/** Only the web takes its texts by `t`; what the server does with them is its own. */
function isShown({ path }: { path: string }): boolean {
  return path.startsWith('src/ui/') || path.includes('/web/');
}

function units({ files }: Project): { unit: string; ru: Words; en: Words }[] {
  const place = /^src\/([^/]+)\/(?:web|texts|i18n)\/(ru|en)\.json$/;
  const found = new Map<string, Record<Language, Words>>();
  for (const { path, text } of files) {
    const [, unit, language] = place.exec(path) ?? [];
    if (unit === undefined) continue;
    const words = found.get(unit) ?? { ru: new Map(), en: new Map() };
    words[language as Language] = flatten(JSON.parse(text) as object);
    found.set(unit, words);
  }
  return [...found].map(([unit, words]) => ({ unit, ...words }));
}

function flatten(tree: object, prefix = ''): Words {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === 'object' && value !== null
        ? [...flatten(value, `${prefix}${key}.`)]
        : [[prefix + key, String(value)]],
    ),
  );
}

/** Keys without the endings of plural forms: `days_one` and `days_few` are both `days`. */
function bases(words: Words): Set<string> {
  return new Set([...words.keys()].map((key) => (isPlural(words, key) ? base(key) : key)));
}

function base(key: string): string {
  return key.replace(suffix, '');
}

function isPlural(words: Words, key: string): boolean {
  const forms = ['few', 'many', 'other'].filter((form) => words.has(`${base(key)}_${form}`));
  return suffix.test(key) && words.has(`${base(key)}_one`) && forms.length > 0;
}

function wrongPlurals(unit: string, language: Language, words: Words): Offence[] {
  return [...words.keys()]
    .filter((key) => key.endsWith('_one') && isPlural(words, key))
    .flatMap((key) => pluralForms[language].map((form) => `${base(key)}_${form}`))
    .filter((key) => !words.has(key))
    .map((key) => ({ where: `${unit}: ${key}`, what: `${language}.json lacks this plural form.` }));
}

/**
 * Names of the values in each text, over all its plural forms; `count` may be left unsaid in one.
 */
function values(words: Words): Values {
  const keyOf = (name: string): string => (isPlural(words, name) ? base(name) : name);
  const forms = Map.groupBy(words, ([name]) => keyOf(name));
  return new Map(
    [...forms].map(([key, texts]) => {
      const names = texts.flatMap(([, text]) => [...text.matchAll(/\{\{-?\s*(\w+)/g)]);
      const unique = new Set(names.map(([, name = '']) => name).filter((name) => name !== 'count'));
      return [key, [...unique].toSorted((a, b) => (a < b ? -1 : 1)).join(', ')];
    }),
  );
}

/** Quoted keys, and the beginnings of keys that are put together: `status.${status}`. */
function quoted(text: string): { literals: Set<string>; prefixes: string[] } {
  const literals = new Set([...text.matchAll(/['"`]([\w.:-]+)['"`]/g)].map(([, key = '']) => key));
  const joined = [...text.matchAll(/['"`}]:?([\w.-][\w.:-]*[.:_])(?:\$\{|['"`]\s*\+)/g)];
  return { literals, prefixes: joined.map(([, prefix = '']) => prefix) };
}

function isUsed(unit: string, key: string, literals: Set<string>, prefixes: string[]): boolean {
  const names = [key, `${unit}:${key}`];
  // A failure `tickets.already_closed` has its words at `errors.already_closed` of tickets.
  if (key.startsWith('errors.')) names.push(`${unit}.${key.slice('errors.'.length)}`);
  return names.some(
    (name) => literals.has(name) || prefixes.some((prefix) => name.startsWith(prefix)),
  );
}
