import { basename } from 'node:path';
import { isCode, withoutComments, type Rule, type SourceFile } from './project.ts';

const empty = new Set(
  'manager managers helper helpers util utils data info common misc'.split(' '),
);

// Words of the field, and words of the platform, that hold one of the above.
const allowed = new RegExp(
  ['personal (?:managers?|data)', 'data (?:dir|directory|type|table)', 'form data'].join('|'),
  'g',
);

/** Names say what a thing is: words that fit everything say nothing. */
export const nameRule: Rule = {
  name: 'names say what a thing is',
  find({ files }) {
    return files.filter(isCode).flatMap((file) =>
      namesOf(file).flatMap((name) => {
        const words = wordsOf(name).join(' ').replace(allowed, '').split(' ');
        const word = words.find((one) => empty.has(one)) ?? serviceOf(name, words);
        if (word === undefined) return [];
        return [
          { where: `${file.path}: ${name}`, what: `“${word}” says nothing: name what it is.` },
        ];
      }),
    );
  },
};

/** An operator sells services; a part of a program that is called one says nothing of itself. */
function serviceOf(name: string, words: string[]): string | undefined {
  const isPart = /^[A-Z]/.test(name) || name.includes('-');
  return isPart && words.length > 1 && words.at(-1) === 'service' ? 'service' : undefined;
}

function namesOf(file: SourceFile): string[] {
  const declaration =
    /^(?:export\s+|async\s+)*(?:function\*?|const|let|class|type|interface)\s+([a-z_]\w*)/gim;
  const declared = [...withoutComments(file.text).matchAll(declaration)].map(([, name]) => name);
  return [basename(file.path).replace(/(\.(test|db|gen))*\.\w+$/, ''), ...declared].filter(
    (name): name is string => name !== undefined,
  );
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());
}
