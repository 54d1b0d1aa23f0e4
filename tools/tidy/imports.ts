import { posix } from 'node:path';
import { isCode, isTest, unitOf, withoutComments } from './project.ts';
import type { Offence, Project, Rule, SourceFile } from './project.ts';

interface Import {
  from: string;
  to: string;
  isTypeOnly: boolean;
}

/** The direction of imports: what each unit may know, and by which door. */
export const importRule: Rule = {
  name: 'imports go up the map and through a door',
  find(project) {
    return project.files
      .filter((file) => isCode(file) && unitOf(file.path) !== undefined)
      .flatMap((file) =>
        importsOf(file).flatMap((one) => {
          const what = objection(one, file, project);
          return what === undefined ? [] : [{ where: `${one.from} → ${one.to}`, what }];
        }),
      );
  },
};

/** Every import of a file of ours: static, dynamic, of types, and what is passed on by export. */
function importsOf(file: SourceFile): Import[] {
  const statement =
    /(?:\b(import|export)\b(\s+type\b)?[^'"`;]*?\bfrom\s*|\bimport\s*\(?\s*)(['"`])(\.[^'"`]+)\3/g;
  return [...withoutComments(file.text).matchAll(statement)].map((match) => ({
    from: file.path,
    to: posix.normalize(posix.join(posix.dirname(file.path), match[4] ?? '')),
    isTypeOnly: match[2] !== undefined,
  }));
}

function objection(one: Import, file: SourceFile, project: Project): string | undefined {
  const from = unitOf(one.from) ?? '';
  const to = unitOf(one.to);
  if (to === undefined) return fromRoot(one, from);
  if (to === 'testing') {
    return isTest(file) || from === 'testing' ? undefined : 'only tests import testing/.';
  }
  if (from === 'testing') return undefined;
  if (from === to) return withinUnit(one, file);
  if (from === 'kernel' || from === 'ui') return fromGround(from, to, one);
  if (!project.domains.includes(from)) return `put ${from} into src/map.ts, where it belongs.`;
  return fromDomain(one, from, to, project);
}

function fromRoot(one: Import, from: string): string | undefined {
  if (one.to === 'src/map.ts' || from === 'testing' || !one.to.startsWith('src/')) return undefined;
  return 'nothing imports the files that put the program together; they import everything.';
}

function fromGround(from: string, to: string, one: Import): string | undefined {
  if (from === 'ui' && to === 'kernel') return browserSafe(one);
  return `${from} knows no domain: let ${to} register itself, by a slot or its wiring.`;
}

function fromDomain(one: Import, from: string, to: string, project: Project): string | undefined {
  const isWeb = one.from.startsWith(`src/${from}/web/`);
  if (to === 'kernel') return isWeb ? browserSafe(one) : undefined;
  if (to === 'ui') return isWeb ? undefined : 'only web/ shows anything: move this to web/.';
  const order = project.domains.indexOf(to);
  if (order < 0) return `${to} is not in src/map.ts.`;
  if (order > project.domains.indexOf(from)) {
    return `${to} stands below ${from}: turn it round by an event it hears or a slot it fills.`;
  }
  const inside = one.to.slice(`src/${to}/`.length);
  const doors = isWeb ? /^(api\.ts|api\/[^/]+\.ts|web\/index\.tsx)$/ : /^(index|api)\.ts$|^api\//;
  if (doors.test(inside)) return undefined;
  return isWeb
    ? `web/ enters ${to} by api.ts or web/index.tsx: export the piece there.`
    : `enter ${to} by its index.ts or api.ts: export there what you need.`;
}

/**
 * A domain's web part may take its own types from anywhere, but load only what runs in a browser.
 */
function withinUnit(one: Import, file: SourceFile): string | undefined {
  const unit = unitOf(one.from) ?? '';
  const web = `src/${unit}/web/`;
  if (one.from.startsWith(web) && !isTest(file) && !one.isTypeOnly) {
    const isServer = /\/(queries|wiring|index)\.ts$|\/adapters\//.test(one.to);
    if (isServer && !one.to.startsWith(web)) {
      return 'this runs on the server: import its types only, and call the route.';
    }
  }
  if (!one.from.startsWith(web) && one.to.startsWith(web) && one.to.endsWith('.tsx')) {
    return 'the server shows nothing: move what both need out of web/.';
  }
  return undefined;
}

const serverOnly = /^src\/kernel\/(db|events|files|http|jobs|live|log|postgres|runtime|config)\b/;

function browserSafe(one: Import): string | undefined {
  if (one.isTypeOnly || !serverOnly.test(one.to)) return undefined;
  return 'this part of the kernel runs on the server only: import its types, or call a route.';
}

/** Domains in the map that have no folder, and folders that are in no map. */
export const mapRule: Rule = {
  name: 'every folder of src is in the map',
  find({ files, domains }) {
    const known = new Set(['kernel', 'ui', 'testing', ...domains]);
    const units = new Set(files.map(({ path }) => unitOf(path)));
    return [...units].flatMap((unit): Offence[] =>
      unit === undefined || known.has(unit)
        ? []
        : [{ where: `src/${unit}`, what: 'put it into src/map.ts below all that it needs.' }],
    );
  },
};
