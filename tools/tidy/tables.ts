import { isCode, isTest, linesThat, unitOf, withoutComments } from './project.ts';
import type { Offence, Project, Rule, SourceFile } from './project.ts';

/**
 * Every table is written by the domain that owns it, by whose README it is owned: its line
 * `Tables: accounts, service_lines`. The name of a migration stands for all tables made there.
 */
export const writerRule: Rule = {
  name: 'a table has one owner, who alone writes to it',
  find(project) {
    const owners = ownersOf(project);
    const unowned = tablesOf(project).flatMap((table): Offence[] => {
      const of = owners.get(table) ?? [];
      if (of.length === 1) return [];
      const what =
        of.length === 0
          ? 'name it in the line “Tables: …” of its owner’s README.'
          : `${of.join(' and ')} both claim it in their READMEs: leave it to one.`;
      return [{ where: `table ${table}`, what }];
    });
    return [...unowned, ...project.files.flatMap((file) => foreignWrites(file, owners))];
  },
};

/** Columns are named, so a new one does not travel where nobody asked for it. */
export const starRule: Rule = {
  name: 'queries name their columns',
  find(project) {
    const tables = tablesOf(project).join('|') || 'none';
    // All of a query's own result is named where that result is made.
    const star = new RegExp(
      `\\bselect\\s+(?:distinct\\s+)?(?:\\w+\\.)?\\*\\s+from\\s+(?:${tables})\\b` +
        '|\\breturning\\s+\\*|\\.(?:select|returning)All\\(\\)',
      'i',
    );
    return project.files
      .filter((file) => isCode(file) && !isTest(file))
      .map((file) => ({ path: file.path, text: withoutComments(file.text) }))
      .flatMap((file) => linesThat(file, (line) => star.test(line)))
      .map((where) => ({ where, what: 'name the columns.' }));
  },
};

function foreignWrites(file: SourceFile, owners: Map<string, string[]>): Offence[] {
  const unit = unitOf(file.path);
  if (!isCode(file) || isTest(file) || unit === undefined) return [];
  return writesOf(file).flatMap((table) => {
    const [owner] = owners.get(table) ?? [];
    if (owner === undefined || owner === unit) return [];
    const what = `${owner} alone writes ${table}: call what its index.ts offers.`;
    return [{ where: `${file.path}: ${table}`, what }];
  });
}

/** Tables that a file writes to, by SQL, by the query builder or by COPY. */
function writesOf(file: SourceFile): string[] {
  const text = withoutComments(file.text);
  const patterns = [
    /\b(?:insert\s+into|merge\s+into|truncate(?:\s+table)?|copy)\s+([a-z_]+)/gi,
    /\bdelete\s+from\s+(?:only\s+)?([a-z_]+)/gi,
    /\bupdate\s+(?:only\s+)?([a-z_]+)(?:\s+(?:as\s+)?\w+)?\s+set\b/gi,
    /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)/g,
    /\bcopyRows\(\s*[^,()]+,\s*['"`](\w+)/g,
  ];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, name = '']) => snakeCase(name)),
  );
}

export function ownersOf(project: Project): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { path, text } of project.files) {
    const unit = /^src\/([^/]+)\/README\.md$/.exec(path)?.[1];
    const list = /\btables: *((?:[^.]|\.sql)*)/i.exec(text)?.[1] ?? '';
    const words = unit === undefined ? [] : list.match(/migrations\/\w+\.sql|[a-z_]+/g);
    const tables = (words ?? []).flatMap((word) =>
      word.includes('/') ? tablesOf(project, word) : [word],
    );
    for (const table of new Set(tables)) {
      owners.set(table, [...(owners.get(table) ?? []), unit ?? '']);
    }
  }
  return owners;
}

function tablesOf({ files }: Project, path = 'schema.sql'): string[] {
  const text = files.find((file) => file.path === path)?.text ?? '';
  return [...text.matchAll(/^create table (?:if not exists )?(\w+)/gim)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
