import { basename } from 'node:path';
import { isTest, unitOf, type Project, type Rule, type SourceFile } from './project.ts';

/** A domain's README says in a few lines what it is for, and which tables it owns. */
export const readmeRule: Rule = {
  name: 'every domain has a README',
  find({ files, domains }) {
    const paths = new Set(files.map(({ path }) => path));
    const present = new Set(files.map(({ path }) => unitOf(path)));
    return domains
      .filter((domain) => present.has(domain) && !paths.has(`src/${domain}/README.md`))
      .map((domain) => ({
        where: `src/${domain}`,
        what: 'write README.md: purpose, words, “Tables: …”, events; 15 lines at most.',
      }));
  },
};

interface UseCase {
  name: string;
  route: string;
  isWrite: boolean;
  domain: string;
  file: SourceFile;
}

/**
 * A use case that writes stands in a file of its name, alone or with what undoes it. Every use case
 * is tried by a test: the one beside it, or one of its domain or of a browser that calls its route.
 */
export const useCaseRule: Rule = {
  name: 'a use case has a file of its name and a test',
  find(project) {
    const tests = project.files.filter(isTest);
    const mounted = mountedUseCases(project);
    return mounted.flatMap((useCase) => {
      const where = `${useCase.file.path}: ${useCase.name}`;
      const stem = useCase.file.path.slice(0, -'.ts'.length);
      const housemates = mounted.filter(({ file, isWrite }) => isWrite && file === useCase.file);
      const isNamed = housemates.some(({ name }) => kebabCase(name) === basename(stem));
      if (useCase.isWrite && (!isNamed || housemates.length > 2)) {
        return [{ where, what: `give it a file, ${kebabCase(useCase.name)}.ts.` }];
      }
      if (tests.some((file) => tries(file, useCase, stem))) return [];
      const what = `call ${useCase.route} in a test, best ${basename(stem)}.db.test.ts beside it.`;
      return [{ where, what }];
    });
  },
};

function tries({ path, text }: SourceFile, { domain, route }: UseCase, stem: string): boolean {
  if (path === `${stem}.test.ts` || path === `${stem}.db.test.ts`) return true;
  return (unitOf(path) === domain || path.startsWith('e2e/')) && text.includes(`'${route}'`);
}

/** What the wirings put behind the routes: `'POST /api/tickets': openTicket`. */
function mountedUseCases({ files, domains }: Project): UseCase[] {
  const mounted = /'((?:GET|POST|PUT|PATCH|DELETE) \/[^']*)':\s*(?:\{\s*\w+:\s*)?(\w+)[\s,}]/g;
  const sources = files.filter((file) => file.path.endsWith('.ts') && !isTest(file));
  return domains.flatMap((domain) => {
    const own = sources.filter(({ path }) => unitOf(path) === domain);
    return own.flatMap(({ text }) =>
      [...text.matchAll(mounted)].flatMap(([, route = '', name = '']) => {
        const declaration = new RegExp(`export (?:async function|function|const) ${name}\\b`);
        const file = own.find((one) => declaration.test(one.text));
        return file ? [{ name, route, isWrite: !route.startsWith('GET '), domain, file }] : [];
      }),
    );
  });
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
