import { anyOf } from '../any-of.ts';

// Where a program appends what was written before without a mark at each line.

const dashes = '(?:-{2,}|_{2,}|—+)';

/** Words between two rules, the second of which may lack. */
const ruled = (...words: string[]) =>
  new RegExp(String.raw`^[\s*]*${dashes}\s*${anyOf(...words)}\s*${dashes}?[\s*]*$`, 'iu');

const original = ruled(
  'исходное (?:сообщение|письмо)',
  'первоначальное сообщение',
  'оригинальное сообщение',
  'original (?:message|appointment)',
  'reply message',
  'ursprüngliche nachricht',
);
const forwarded = ruled(
  'пере(?:сылаемое|сланное|направленное|адресованное) (?:сообщение|письмо)',
  'начало пере[а-я]+ сообщения',
  'forwarded message',
  'forwarded by .{1,60}',
);
const forwardedPlain = /^\s*(?:begin forwarded message|начало пере[а-я]+ сообщения)\s*:\s*$/iu;

const names = anyOf(
  'от|от кого|отправлено?|отправленные|дата|кому|копия|тема|від|надіслано',
  'from|sent|date|to|cc|subject|von|gesendet|an|betreff',
);
const header = new RegExp(String.raw`^[\s*]*(${names})\s*:`, 'iu');
const fromNames = /^(?:от|от кого|від|from|von)$/iu;
/** An address, or a time of day: what people head their own letters with has neither. */
const sign = /@|\d:\d\d/u;
const rule = /^[\s>]*[_-]{5,}\s*$/u;

/** How far below the first of them the headers may stand, empty lines between. */
const BLOCK_LINES = 10;
const BLOCK_HEADERS = 6;

export type Divider = {
  kind: 'original' | 'forwarded';
  /** The first line that belongs to it: the rule above a block of headers does. */
  at: number;
};

/** The divider that stands at a line, if one does. */
export function dividerAt(lines: readonly string[], at: number): Divider | null {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_HEADER) return null;
  if (forwarded.test(line) || forwardedPlain.test(line)) return { kind: 'forwarded', at };
  if (original.test(line)) return { kind: 'original', at };
  return isBlock(lines, at) ? { kind: 'original', at: aboveRule(lines, at) } : null;
}

/** «От:» with two more of «Отправлено:», «Кому:», «Тема:», in the order of any program. */
function isBlock(lines: readonly string[], at: number): boolean {
  if (!header.test(lines[at] ?? '')) return false;
  const block = lines
    .slice(at, at + BLOCK_LINES)
    .filter((line) => line.trim() !== '')
    .slice(0, BLOCK_HEADERS)
    .map((line) => line.slice(0, LONGEST_HEADER));
  const found = block.map((line) => header.exec(line)?.[1]?.toLowerCase() ?? '');
  const distinct = new Set(found.filter((name) => name !== ''));
  return (
    distinct.size >= 3 && found.some((name) => fromNames.test(name)) && sign.test(block.join('\n'))
  );
}

/** Enough of a line to see its name, and an address. */
const LONGEST_HEADER = 200;

function aboveRule(lines: readonly string[], at: number): number {
  let above = at - 1;
  while (above > at - 3 && lines[above]?.trim() === '') above -= 1;
  return rule.test(lines[above] ?? '') ? above : at;
}

/** Where the headers and the rule begin that Yandex writes above its attribution; `at` if none. */
export function headersAbove(lines: readonly string[], at: number): number {
  let from = at;
  while (from > at - BLOCK_HEADERS && isHeader(lines[from - 1])) from -= 1;
  return from < at && rule.test(lines[from - 1] ?? '') ? from - 1 : at;
}

const isHeader = (line: string | undefined) => header.test((line ?? '').slice(0, LONGEST_HEADER));
