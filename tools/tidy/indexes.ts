import { isCode, isTest } from './project.ts';
import type { Offence, Project, Rule } from './project.ts';

type Index = { columns: string; where: string };

/**
 * The index that a query relies on is named beside it. The name is worth something only while it is
 * true: an index that was dropped or made whole must not live on in a comment.
 */
export const indexRule: Rule = {
  name: 'an index named in a comment stands in schema.sql as written',
  find(project) {
    const known = indexesOf(project);
    return project.files
      .filter((file) => isCode(file) && !isTest(file) && file.path.startsWith('src/'))
      .flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, at) =>
          namedIn(line).flatMap((named): Offence[] => {
            const what = wrong(named, known);
            return what === null ? [] : [{ where: `${path}:${at + 1}`, what }];
          }),
        ),
      );
  },
};

type Named = { name: string; columns?: string | undefined; where?: string | undefined };

/** A comment of its own line that begins with an index: `// accounts_number (number) where …`. */
function namedIn(line: string): Named[] {
  const comment = /^\s*\/\/ ([a-z]+_[a-z0-9_]+\b.*)$/.exec(line)?.[1];
  if (comment === undefined) return [];
  const pieces = comment.matchAll(
    /(?:^|[,;] |then )([a-z]+(?:_[a-z0-9]+)+)(?: \(([^)]*)\))?(?: where ([^,;]+))?/g,
  );
  return [...pieces].map(([, name = '', columns, where]) => ({ name, columns, where }));
}

function wrong({ name, columns, where }: Named, known: ReadonlyMap<string, Index>): string | null {
  const index = known.get(name);
  if (!index) return `schema.sql has no index ${name}: name the one that this relies on.`;
  const isLeftOut = columns === undefined || columns.includes('…');
  if (!isLeftOut && plain(columns) !== plain(index.columns)) {
    return `${name} is over (${index.columns}).`;
  }
  if (where === undefined || where.includes('…')) return null;
  if (plain(where) === plain(index.where)) return null;
  return index.where === '' ? `${name} has no condition.` : `${name} holds where ${index.where}.`;
}

/** Signs that PostgreSQL adds when it prints an expression. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/::[a-z ]+/g, '')
    .replace(/[()\s]/g, '');
}

/** `CREATE INDEX name ON table USING btree (columns) WHERE condition;`, a line each. */
const made = /^create (?:unique )?index (\w+) on (?:only )?\w+ using \w+ (.*);$/gim;

const ofLibraries = /^create (?:unique )?index (\w+)\s+on auth_/gim;

function indexesOf({ files }: Project): Map<string, Index> {
  const text = files.find(({ path }) => path === 'schema.sql')?.text ?? '';
  const indexes = new Map<string, Index>();
  // The libraries' own tables are left out of schema.sql.
  const beside = files.filter(({ path }) => path.startsWith('migrations/'));
  for (const [, name = ''] of beside.flatMap((one) => [...one.text.matchAll(ofLibraries)])) {
    indexes.set(name, { columns: '', where: '' });
  }
  for (const [, name = '', rest = ''] of text.matchAll(made)) {
    const [over = '', where = ''] = rest.split(/ where /i);
    const [columns = ''] = over.split(/ (?:include|with) /i);
    indexes.set(name, { columns: columns.slice(1, -1), where });
  }
  for (const [, table = '', body = ''] of text.matchAll(/^create table (\w+) \(\n([^;]*)/gim)) {
    for (const [, columns = ''] of body.matchAll(/primary key \(([^)]*)\)/gi)) {
      indexes.set(`${table}_pkey`, { columns, where: '' });
    }
    for (const [, columns = ''] of body.matchAll(/unique (?:nulls not distinct )?\(([^)]*)\)/gi)) {
      const name = `${table}_${columns.split(', ').join('_')}_key`;
      indexes.set(name, { columns, where: '' });
    }
  }
  return indexes;
}
