import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { domains } from '../../src/map.ts';

export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string;
  text: string;
}

export interface Project {
  files: readonly SourceFile[];
  domains: readonly string[];
  commits: readonly string[];
}

/** A place that breaks a rule, and what to do instead. */
export interface Offence {
  where: string;
  what: string;
}

export interface Rule {
  name: string;
  find(project: Project): Offence[];
}

const root = join(import.meta.dirname, '../..');
const folders = ['.ci', 'bench', 'docs', 'e2e', 'migrations', 'src', 'tools'];
const kinds = /\.(ts|tsx|mjs|css|sql|json|md|html)$/;
const generated = new Set(['package-lock.json', 'src/kernel/db/tables.gen.ts']);

/** Reads what people have written: no packages, no builds, no generated files. */
export function readProject(): Project {
  const nested = folders.flatMap((folder) => listFolder(folder));
  const paths = [...listRoot(), ...nested].filter(
    (path) => kinds.test(path) && !generated.has(path),
  );
  const files = paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return { files, domains, commits: readCommits() };
}

function listRoot(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch {
    return [];
  }
}

/** Messages of the commits; none where the sources came without their history. */
function readCommits(): string[] {
  const { stdout } = spawnSync('git', ['log', '--format=%B%x00'], { cwd: root, encoding: 'utf8' });
  return (stdout ?? '').split('\0').filter(Boolean);
}

export function isCode({ path }: SourceFile): boolean {
  return /\.(ts|tsx|mjs)$/.test(path);
}

export function isTest({ path }: SourceFile): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('e2e/') || path.includes('/testing/');
}

/** The first folder below src: a domain, kernel, ui or testing; undefined for files beside them. */
export function unitOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Comments replaced by blanks, so that rules about code do not read prose. Lines stay in place. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}

/** Numbered lines that match, as `path:line`. */
export function linesThat(file: SourceFile, isHit: (line: string) => boolean): string[] {
  return file.text
    .split('\n')
    .flatMap((line, at) => (isHit(line) ? [`${file.path}:${at + 1}`] : []));
}
