import { isCode, isTest, unitOf, withoutComments } from './project.ts';
import type { Offence, Project, Rule } from './project.ts';

/** So much of the two must be common before a group of texts is taken for the words of a list. */
const LIKENESS = 0.6;

/**
 * Keys that are put together, `` t(`outcomes.${outcome}`) ``, escape the law of texts. The words of
 * a group are then those of a list of values: whoever adds a value adds its word.
 */
export const enumTextRule: Rule = {
  name: 'every value of a list has its word',
  find(project) {
    const texts = textsOf(project);
    const code = project.files.filter((file) => isCode(file) && !isTest(file));
    const found = code.flatMap((file): Offence[] => {
      const unit = unitOf(file.path) ?? '';
      const keys = texts.get(unit);
      if (!keys) return [];
      const text = withoutComments(file.text);
      return [...computed(text), ...coded(text)].flatMap(({ prefix, suffix, values }) => {
        const group = groupOf(keys, prefix, suffix);
        const wanted = values ?? likest(listsIn(project, unit), group);
        return wanted
          .filter((value) => !keys.has(`${prefix}${value}${suffix}`) && !isSetApart(text, value))
          .map((value) => ({
            where: `${unit}: ${prefix}${value}${suffix}`,
            what: `${file.path} shows it: write it into ${unit}’s texts.`,
          }));
      });
    });
    return [...new Map(found.map((one) => [one.where, one])).values()];
  },
};

/** A value that the file asks for by name is shown in another way, or not at all. */
function isSetApart(text: string, value: string): boolean {
  return text.includes(`== '${value}'`) || text.includes(`'${value}' ?`);
}

type Shown = { prefix: string; suffix: string; values?: readonly string[] };

function computed(text: string): Shown[] {
  const keys = text.matchAll(/\bt\(\s*`([a-z][\w.]*\.)\$\{[^`}]*\}((?:\.\w+)?)`/gi);
  return [...keys].map(([, prefix = '', suffix = '']) => ({ prefix, suffix }));
}

/** Codes of what is wrong with a row of a file have their words among the failures. */
function coded(text: string): Shown[] {
  const calls = text.matchAll(/\b(?:rowError|(?:warn|refuse)\(draft,) ?\(?'([a-z_]+)'/g);
  return [...calls].map(([, code = '']) => ({ prefix: 'errors.', suffix: '', values: [code] }));
}

/** The keys that stand between a beginning and an end, without those that branch further. */
function groupOf(keys: ReadonlySet<string>, prefix: string, suffix: string): Set<string> {
  const names = [...keys]
    .filter((key) => key.startsWith(prefix) && key.endsWith(suffix))
    .map((key) => key.slice(prefix.length, key.length - suffix.length));
  return new Set(names.filter((name) => name !== '' && !name.includes('.')));
}

function likest(lists: readonly (readonly string[])[], group: ReadonlySet<string>) {
  const scored = lists.map((list) => ({ list, score: likeness(list, group) }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score >= LIKENESS ? best.list : [];
}

/** How much two lists have in common, 0 to 1: 1 when they say the same values (Jaccard index). */
export function likeness(list: readonly string[], group: ReadonlySet<string>): number {
  const common = list.filter((value) => group.has(value)).length;
  return common / (list.length + group.size - common);
}

/** Lists of values: `z.enum([…])`, `['a', 'b']`, and what is put together as `[...a, 'b']`. */
export function listsIn({ files }: Project, unit: string): string[][] {
  const code = files.filter((file) => isCode(file) && !isTest(file) && unitOf(file.path) === unit);
  const written = code
    .flatMap(({ text }) => [...text.matchAll(/z\.enum\(\[([^\]]+)\]|\[((?:\s*'\w+',?)+\s*)\]/g)])
    .map(([, inEnum, inTuple]) => quotedIn(inEnum ?? inTuple ?? ''));
  const named = new Map(
    code
      .flatMap(({ text }) => [...text.matchAll(/\bconst (\w+) = \[([^\][]+)\] as const/g)])
      .map(([, name = '', body = '']) => [name, body]),
  );
  const spread = [...named.values()].filter((body) => body.includes('...'));
  return [...written, ...spread.map((body) => spreadOut(body, named))].filter(
    (list) => list.length > 1,
  );
}

const quotedIn = (text: string): string[] =>
  [...text.matchAll(/'(\w+)'/g)].map(([, value = '']) => value);

/** With what the lists hold that it begins or ends with. */
const spreadOut = (body: string, named: ReadonlyMap<string, string>): string[] =>
  [...body.matchAll(/\.\.\.(\w+)|'(\w+)'/g)].flatMap(([, name, value]) =>
    name === undefined ? [value ?? ''] : quotedIn(named.get(name) ?? ''),
  );

function textsOf({ files }: Project): Map<string, ReadonlySet<string>> {
  const place = /^src\/([^/]+)\/(?:web|texts|i18n)\/ru\.json$/;
  return new Map(
    files.flatMap(({ path, text }) => {
      const unit = place.exec(path)?.[1];
      return unit === undefined ? [] : [[unit, keysOf(JSON.parse(text) as object)] as const];
    }),
  );
}

/** Keys with and without what an ending adds: `days_few`, `escalated_broken`. */
function keysOf(tree: object, prefix = ''): Set<string> {
  const keys = Object.entries(tree).flatMap(([key, value]: [string, unknown]): string[] =>
    typeof value === 'object' && value !== null
      ? [...keysOf(value, `${prefix}${key}.`)]
      : [prefix + key, ...beginningsOf(key).map((one) => prefix + one)],
  );
  return new Set(keys);
}

/** `a_b_c` as `a_b` and `a`: a plural form or a context may stand behind each. */
function beginningsOf(key: string): string[] {
  const parts = key.split('_');
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('_'));
}
