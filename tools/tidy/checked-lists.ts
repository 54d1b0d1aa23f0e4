import { likeness, listsIn } from './enum-texts.ts';
import { isCode, isTest, unitOf, withoutComments } from './project.ts';
import type { Offence, Project, Rule } from './project.ts';
import { ownersOf } from './tables.ts';

/** So much of the two must be common before they are taken for one list that has drifted apart. */
const LIKENESS = 0.7;

/** Of so many values a list stands in the code; of two a comparison will do. */
const LISTED_FROM = 3;

/**
 * A column's CHECK and the list or type that the code reads by say the same values: whoever adds a
 * value to one adds it to the other, before the database refuses it at an agent's desk.
 */
export const checkedListRule: Rule = {
  name: 'a CHECK and the list in the code have the same values',
  find(project) {
    const owners = ownersOf(project);
    return checksOf(project).flatMap(({ table, column, values }): Offence[] => {
      const unit = owners.get(table)?.[0];
      if (unit === undefined) return [];
      const where = `${table}.${column}`;
      const [best] = [...listsIn(project, unit), ...unionsIn(project, unit)]
        .map((list) => ({ list, score: likeness(list, new Set(values)) }))
        .filter(({ list, score }) => score >= LIKENESS || hasOneMore(list, values))
        .toSorted((a, b) => b.score - a.score);
      if (best?.score === 1) return [];
      if (best) {
        const read = best.list.join(', ');
        return [{ where, what: `${unit} reads ${read}; the CHECK takes ${values.join(', ')}.` }];
      }
      if (values.length < LISTED_FROM) return [];
      return [{ where, what: `write out in ${unit} what it takes: ${values.join(', ')}.` }];
    });
  },
};

type Check = { table: string; column: string; values: readonly string[] };

/** A value was added to it and not to the CHECK, however few they are. */
const hasOneMore = (list: readonly string[], values: readonly string[]): boolean =>
  list.length === values.length + 1 &&
  values.length > 1 &&
  values.every((value) => list.includes(value));

/** Types that are written out: `'open' | 'won' | 'lost'`. */
const unionsIn = ({ files }: Project, unit: string): string[][] =>
  files
    .filter((file) => isCode(file) && !isTest(file) && unitOf(file.path) === unit)
    .flatMap(({ text }) => withoutComments(text).match(/'\w+'(?:\s*\|\s*'\w+')+/g) ?? [])
    .map((union) => union.match(/\w+/g) ?? []);

function checksOf({ files }: Project): Check[] {
  const text = files.find(({ path }) => path === 'schema.sql')?.text ?? '';
  return [...text.matchAll(/^create table (\w+) \(\n([^;]*)/gim)].flatMap(([, table = '', body]) =>
    [...(body ?? '').matchAll(/CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]+)\]/g)].map(
      ([, column = '', array = '']) => ({
        table,
        column,
        values: [...array.matchAll(/'([^']+)'::/g)].map(([, value = '']) => value),
      }),
    ),
  );
}
