import { isCode, isTest, linesThat, type Rule, type SourceFile } from './project.ts';

const ground = /^src\/(kernel|ui)\/README\.md$/;

const limits: readonly { of: string; lines: number; matches: (file: SourceFile) => boolean }[] = [
  { of: 'a test', lines: 400, matches: (file) => isCode(file) && isTest(file) },
  { of: 'a file', lines: 300, matches: (file) => isCode(file) || file.path.endsWith('.css') },
  { of: 'a decision', lines: 20, matches: ({ path }) => path.startsWith('docs/decisions/') },
  { of: 'the ground’s README', lines: 25, matches: ({ path }) => ground.test(path) },
  { of: 'a README', lines: 15, matches: ({ path }) => /^src\/[^/]+\/README\.md$/.test(path) },
  { of: 'ARCHITECTURE', lines: 200, matches: ({ path }) => path === 'ARCHITECTURE.md' },
];

export const fileSizeRule: Rule = {
  name: 'files are short',
  find({ files }) {
    return files.flatMap((file) => {
      const limit = limits.find(({ matches }) => matches(file));
      const lines = file.text.trimEnd().split('\n').length;
      if (!limit || lines <= limit.lines) return [];
      const what = `${lines} lines; ${limit.of} has at most ${limit.lines}: split it by meaning.`;
      return [{ where: file.path, what }];
    });
  },
};

const columns = 100;
// A text, a pattern or a line of SQL in quotes is not the formatter's to break; it may run over.
const quotedColumns = 120;

export const lineLengthRule: Rule = {
  name: 'lines fit in 100 columns',
  find({ files }) {
    return files
      .filter((file) => isCode(file))
      .flatMap((file) => {
        const limit = isTest(file) ? Infinity : quotedColumns;
        const long = linesThat(
          file,
          (line) => line.length > (isComment(line) ? columns : limit),
        ).map((line) => line.split(':')[1]);
        if (long.length === 0) return [];
        return [{ where: file.path, what: `break line ${long.join(', ')}; join long texts.` }];
      });
  },
};

function isComment(line: string): boolean {
  return /^\s*(\/\/|\/?\*)/.test(line);
}
