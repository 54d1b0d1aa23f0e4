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

const from = /^[\s*]*(?:от|от кого|from|von|від)\s*:[\s*]*\S/iu;
const others = anyOf(
  'отправлено?|дата|кому|копия|тема|надіслано',
  'sent|date|to|cc|subject|gesendet|an|betreff',
);
const other = new RegExp(String.raw`^[\s*]*(${others})\s*:`, 'iu');
const rule = /^[\s>]*[_-]{5,}\s*$/u;

/** How far below «От:» the rest of the block may stand, empty lines between. */
const BLOCK_LINES = 10;

export type Divider = {
  kind: 'original' | 'forwarded';
  /** The first line that belongs to it: the rule above a block of headers does. */
  at: number;
};

/** The divider that stands at a line, if one does. */
export function dividerAt(lines: readonly string[], at: number): Divider | null {
  const line = lines[at] ?? '';
  if (line.length > 120) return null;
  if (forwarded.test(line) || forwardedPlain.test(line)) return { kind: 'forwarded', at };
  if (original.test(line)) return { kind: 'original', at };
  if (from.test(line) && isBlock(lines, at)) return { kind: 'original', at: aboveRule(lines, at) };
  return null;
}

/** «От:» with two more of «Отправлено:», «Кому:», «Тема:» below. */
function isBlock(lines: readonly string[], at: number): boolean {
  const below = lines.slice(at + 1, at + 1 + BLOCK_LINES).filter((line) => line.trim() !== '');
  const names = below.slice(0, 6).map((line) => other.exec(line.slice(0, 60))?.[1]?.toLowerCase());
  return new Set(names.filter((name) => name !== undefined)).size >= 2;
}

function aboveRule(lines: readonly string[], at: number): number {
  let above = at - 1;
  while (above > at - 3 && lines[above]?.trim() === '') above -= 1;
  return rule.test(lines[above] ?? '') ? above : at;
}
