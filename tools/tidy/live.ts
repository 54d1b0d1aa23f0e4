import { isCode, isTest, unitOf, withoutComments } from './project.ts';
import type { Offence, Project, Rule, SourceFile } from './project.ts';

/**
 * What a domain tells screens at once stands in its wiring's `liveEvents`, what a screen waits for
 * in `useLive`, `useLiveRefresh` and `refreshOn`: two lists in two places, which agree only where
 * somebody looks.
 */
export const liveRule: Rule = {
  name: 'screens wait for what is told, and every event is told or kept on purpose',
  find(project) {
    const listed = listedIn(project);
    const told = new Set([...listed].filter(([, who]) => who !== 'nobody').map(([type]) => type));
    const deaf = project.files
      .flatMap((file) => waitsOf(file, project))
      .flatMap(({ path, type }): Offence[] => {
        const isTold = type.endsWith('.*')
          ? [...told].some((one) => one.startsWith(type.slice(0, -1)))
          : told.has(type);
        const what = 'no wiring tells it to screens: add it to the domain’s liveEvents.';
        return isTold ? [] : [{ where: `${path}: ${type}`, what }];
      });
    const silent = project.files.flatMap((file) =>
      emittedIn(file, project)
        .filter((type) => !listed.has(type) && listensAtAll(project, type))
        .map((type) => ({
          where: `${file.path}: ${type}`,
          what: 'say in liveEvents who hears it; nobody, if a screen need not.',
        })),
    );
    return [...deaf, ...silent];
  },
};

/** Every event that a domain lists, with its audience as written. */
function listedIn({ files }: Project): Map<string, string> {
  const listed = new Map<string, string>();
  for (const file of files) {
    const text = withoutComments(file.text);
    const own = file.path.endsWith('/live-events.ts')
      ? text
      : file.path.endsWith('/wiring.ts')
        ? (/liveEvents: \{([^}]*)\}/.exec(text)?.[1] ?? '')
        : '';
    for (const [, type = '', who = ''] of own.matchAll(/'([a-z]+\.[a-z_]+)'(?::\s*'?([\w-]+))?/g)) {
      listed.set(type, who);
    }
  }
  return listed;
}

/** Types in the arrays of a file that waits for news: `useLive…(['x.*'])`, `refreshOn={…}`. */
function waitsOf(file: SourceFile, project: Project): { path: string; type: string }[] {
  if (isTest(file) || !/\.tsx?$/.test(file.path) || !/\b(useLive\w*|refreshOn)\b/.test(file.text)) {
    return [];
  }
  const arrays = withoutComments(file.text).matchAll(/\[\s*('[a-z]+\.[a-z_*]+'[^\]]*)\]/g);
  return [...arrays]
    .flatMap(([, inner = '']) => [...inner.matchAll(/'([a-z]+)(\.[a-z_*]+)'/g)])
    .filter(([, domain = '']) => project.domains.includes(domain))
    .map(([, domain = '', rest = '']) => ({ path: file.path, type: domain + rest }));
}

/** What a domain's code records: `type: 'x.done'`, `tell(ctx, row, 'x.done')`, a list's events. */
function emittedIn(file: SourceFile, { domains }: Project): string[] {
  const unit = unitOf(file.path) ?? '';
  if (!isCode(file) || isTest(file) || !domains.includes(unit) || file.path.includes('/web/')) {
    return [];
  }
  const text = withoutComments(file.text);
  const found = [
    ...text.matchAll(/\btype: (?:[^',;{}]+\? )?'([a-z]+\.[a-z_]+)'(?: : '([a-z]+\.[a-z_]+)')?/g),
    ...text.matchAll(/\b(?:listed|exported): '([a-z]+\.[a-z_]+)'/g),
    ...text.matchAll(/\b(?:recordEvents?|tell)\([^;']*'([a-z]+\.[a-z_]+)'/g),
  ];
  const types = found.flatMap(([, first, second]) => [first, second]);
  return [...new Set(types)].filter(
    (type) => type !== undefined && type.startsWith(`${unit}.`),
  ) as string[];
}

/** A domain of which no screen hears anything lists nothing. */
function listensAtAll(project: Project, type: string): boolean {
  const [domain = ''] = type.split('.');
  return project.files
    .flatMap((file) => waitsOf(file, project))
    .some((wait) => wait.type.startsWith(`${domain}.`));
}
