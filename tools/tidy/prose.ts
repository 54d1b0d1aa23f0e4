import { isCode, linesThat, type Offence, type Rule, type SourceFile } from './project.ts';

// A path that exists on one machine only; the folders of the system itself are the same everywhere.
const machinePath = /(?<![\w.~-])\/(?:work|root|home|Users|mnt)\/\w/;
const ticketNumber = /(?<![\w&[(/`])#\d{1,5}\b/;
const marker = /\b(?:TO[D]O|FIXM[E]|XX[X])\b/;
const silencer = /@ts-(?:ignore|nocheck|expect-error)|\b(?:ox|es)lint-[d]isable/;

/** The project speaks of itself: not of one machine, of a tracker, or of work left undone. */
export const proseRule: Rule = {
  name: 'the project speaks only of itself',
  find({ files, commits }) {
    const inFiles = files
      .filter(({ path }) => !path.endsWith('.json'))
      .flatMap((file) => [
        ...hits(file, machinePath, 'this path exists on one machine only: make it a setting.'),
        ...hits(file, marker, 'do it now, or leave it out.'),
        ...hits(file, silencer, 'mend what the checker found instead of silencing it.'),
        ...hits(file, ticketNumber, 'say what it is about: a number means nothing here.', (line) =>
          file.path.endsWith('.md') ? true : isProse(line),
        ),
      ]);
    const inCommits = commits
      .filter((message) => machinePath.test(message) || ticketNumber.test(message))
      .map((message) => ({
        where: `commit “${message.split('\n', 1)[0]}”`,
        what: 'say what it is about: numbers and paths of one machine mean nothing here.',
      }));
    return [...inFiles, ...inCommits];
  },
};

const named = /`([\w./@-]+\.(?:tsx?|mjs|json|sql|md))`/g;
/** Written where a name of one's own goes: `api/NAME.ts`, `NNNN_words.sql`. */
const isMeantInGeneral = /[A-Z]{4}/;
/** Made by programs, and not read here. */
const isGenerated = /(?:\.gen\.ts|package-lock\.json)$/;

/** Who follows a guide finds what it names; what is run elsewhere, as in `docs/`, is not ours. */
export const namedFileRule: Rule = {
  name: 'files that a guide names are there',
  find({ files }) {
    const paths = files.map(({ path }) => `/${path}`);
    const isThere = (name: string): boolean =>
      isMeantInGeneral.test(name) ||
      isGenerated.test(name) ||
      paths.some((path) => path.endsWith(`/${name}`));
    const isMissing = (line: string): boolean =>
      [...line.matchAll(named)].some(([, name = '']) => !name.startsWith('/') && !isThere(name));
    return files
      .filter(({ path }) => path.endsWith('.md') && !path.startsWith('docs/'))
      .flatMap((file) => linesThat(file, isMissing))
      .map((where) => ({ where, what: 'no such file: name it as it is called now.' }));
  },
};

export const deadCodeRule: Rule = {
  name: 'no code sleeps in comments',
  find({ files }) {
    const code =
      /^\s*\/\/.*(?:[;{]|\)\s*,)$|^\s*\/\/\s*(?:import|export|return|await|const|let) .*[(=]/;
    return files
      .filter(isCode)
      .flatMap((file) => hits(file, code, 'delete it: the history keeps it.'));
  },
};

function isProse(line: string): boolean {
  return /^\s*(\/\/|\*|\/\*)/.test(line);
}

function hits(
  file: SourceFile,
  pattern: RegExp,
  what: string,
  isCandidate = (_line: string): boolean => true,
): Offence[] {
  return linesThat(file, (line) => pattern.test(line) && isCandidate(line)).map((where) => ({
    where,
    what,
  }));
}
