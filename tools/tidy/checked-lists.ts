import { likeness, listsIn } from './enum-texts.ts';
import type { Offence, Project, Rule } from './project.ts';
import { ownersOf } from './tables.ts';

/** So much of the two must be common before they are taken for one list that has drifted apart. */
const LIKENESS = 0.7;

/**
 * A column's CHECK and the list that the code reads by say the same values: whoever adds a value to
 * one adds it to the other, before the database refuses it at an agent's desk.
 */
export const checkedListRule: Rule = {
  name: 'a CHECK and the list in the code have the same values',
  find(project) {
    const owners = ownersOf(project);
    return checksOf(project).flatMap(({ table, column, values }): Offence[] => {
      const unit = owners.get(table)?.[0];
      if (unit === undefined) return [];
      const alike = listsIn(project, unit)
        .map((list) => ({ list, score: likeness(list, new Set(values)) }))
        .filter(({ score }) => score >= LIKENESS)
        .toSorted((a, b) => b.score - a.score);
      const [best] = alike;
      if (!best || best.score === 1) return [];
      const what = `${unit} reads ${best.list.join(', ')}; the CHECK takes ${values.join(', ')}.`;
      return [{ where: `${table}.${column}`, what }];
    });
  },
};

type Check = { table: string; column: string; values: readonly string[] };

function checksOf({ files }: Project): Check[] {
  const text = files.find(({ path }) => path === 'schema.sql')?.text ?? '';
  return [...text.matchAll(/^create table (\w+) \(\n([^;]*)/gim)].flatMap(([, table = '', body]) =>
    [...(body ?? '').matchAll(/CHECK \(\((\w+) = ANY \(ARRAY\[([^\]]+)\]/g)].map(
      ([, column = '', array = '']) => ({
        table,
        column,
        values: [...array.matchAll(/'([^']+)'/g)].map(([, value = '']) => value),
      }),
    ),
  );
}
