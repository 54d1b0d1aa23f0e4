import { basename } from 'node:path';
import { isTest, unitOf, type Rule, type SourceFile } from './project.ts';

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

/** A use case stands in a file of its name, with its test beside it. */
export const useCaseRule: Rule = {
  name: 'a use case has a file of its name and a test beside it',
  find({ files, domains }) {
    const paths = new Set(files.map(({ path }) => path));
    return files
      .filter((file) => domains.includes(unitOf(file.path) ?? '') && !isTest(file))
      .filter(({ path }) => path.endsWith('.ts') && !/\/(web|adapters)\//.test(path))
      .flatMap((file) => {
        const [first, ...others] = useCasesOf(file);
        if (first === undefined) return [];
        const stem = file.path.slice(0, -'.ts'.length);
        if (![first, ...others].some((name) => kebabCase(name) === basename(stem))) {
          return [{ where: file.path, what: `name it ${kebabCase(first)}.ts, as what it does.` }];
        }
        if (paths.has(`${stem}.test.ts`) || paths.has(`${stem}.db.test.ts`)) return [];
        const what = `write ${basename(stem)}.db.test.ts beside it, through its route.`;
        return [{ where: file.path, what }];
      });
  },
};

/** Exported functions of the form `(ctx, input) → Result`. */
function useCasesOf(file: SourceFile): string[] {
  const signature =
    /^export async function (\w+)\(\s*ctx: Ctx\b(?:(?!^})[\s\S])*?\): Promise<\s*Result</gm;
  return [...file.text.matchAll(signature)].flatMap(([, name]) => (name ? [name] : []));
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
