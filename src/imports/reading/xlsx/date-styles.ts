import { attribute } from './xml.ts';

/** What a number in a cell means by its style. */
export type NumberKind = 'number' | 'date' | 'time';

/** Formats that every workbook has without naming them (ECMA-376, part 1, 18.8.30). */
const builtInTimes = new Set([18, 19, 20, 21, 45, 46, 47]);

function builtInKind(id: number): NumberKind {
  if (builtInTimes.has(id)) return 'time';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
}

/** The kind of every cell style of a workbook, by the style's number. */
export function numberKinds(stylesXml: string): NumberKind[] {
  const named = new Map<number, NumberKind>();
  for (const [tag] of stylesXml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const id = Number(attribute(tag, 'numFmtId'));
    named.set(id, kindOfFormat(attribute(tag, 'formatCode') ?? ''));
  }
  const cellStyles = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(stylesXml)?.[0] ?? '';
  return [...cellStyles.matchAll(/<(?:\w+:)?xf(?=[\s/>])[^>]*>/g)].map(([tag]) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return named.get(id) ?? builtInKind(id);
  });
}

/** A format shows a date when its letters, outside quotes and brackets, are those of dates. */
function kindOfFormat(code: string): NumberKind {
  const letters = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';')[0]
    ?.toLowerCase();
  if (!letters || letters.includes('general')) return 'number';
  if (/[yd]/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'time';
  return /m/.test(letters) ? 'date' : 'number';
}
