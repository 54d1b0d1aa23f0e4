import { anyOf } from '../any-of.ts';

// The line that a program writes above what it quotes: who wrote, when.

const months =
  'январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр|янв|фев|мар|апр|' +
  'авг|сен|сент|окт|ноя|нояб|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const weekday =
  '(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс|' +
  'mon|tue|wed|thu|fri|sat|sun)[a-zа-я]{0,6}\\.?,?';
const date = [
  String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}`,
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{1,2}(?:-го)?[\s.]+(?:${months})[a-zа-я]{0,6}\.?,?(?:\s+\d{4})?`,
  String.raw`(?:${months})[a-z]{0,6}\.?\s+\d{1,2},?(?:\s+\d{4})?`,
].join('|');

const hasDate = new RegExp(date, 'iu');
const hasTime = /\b\d{1,2}:\d{2}\b/u;
const hasAddress = /[^\s<>@]{1,64}@[^\s<>@]{1,100}/u;
const verbs = anyOf(
  'пишет',
  String.raw`(?:на)?писал(?:а|и|\([аи]\))?`,
  String.raw`(?:сообщил|ответил)а?`,
  'wrote',
  'writes',
  'schrieb',
  'a écrit',
  'escribió',
);
const hasVerb = new RegExp(String.raw`(?:^|\s)${verbs}(?=[\s:]|$)|\sот\s`, 'iu');

/** It begins with the date, or as programs begin; an own sentence that holds a date does not. */
const starts = anyOf(
  String.raw`(?:в\s+)?(?:${weekday}\s*)?(?:${date})`,
  String.raw`\d{1,2}:\d{2},?\s+(?:${date})`,
  String.raw`(?:здравствуйте,[^.!]{1,60}[.!]\s*)?вы писали`,
  String.raw`в сообщении от\s`,
  String.raw`(?:on|am|le|el)\s`,
  'you wrote',
);
const start = new RegExp(`^${starts}`, 'iu');

/** All its lines together: two names, an address and a date have some 150. */
export const LONGEST_ATTRIBUTION = 300;

/**
 * Whether the lines, joined to one, are an attribution. Above lines with `>` a name and a verb are
 * enough; where what follows has no marks, the line must be one that no person writes: a date, a
 * time and an address before a colon.
 */
export function isAttribution(joined: string, isAboveQuote: boolean): boolean {
  const line = joined.replaceAll(/[*_]/g, '').trim();
  if (line.length < 8 || line.length > LONGEST_ATTRIBUTION || !/[:：]$/u.test(line)) return false;
  const signs = [hasDate, hasTime, hasAddress, hasVerb].filter((sign) => sign.test(line)).length;
  if (start.test(line)) return isAboveQuote ? signs >= 1 : signs >= 3 && isStrict(line);
  return isAboveQuote && hasVerb.test(line) && (signs >= 2 || isShort(line));
}

/** Whether a line begins as programs begin: with a date, or with their words before it. */
export const beginsAttribution = (line: string): boolean => start.test(line.trim());

const isStrict = (line: string) =>
  hasDate.test(line) && hasTime.test(line) && hasAddress.test(line);

/** «Иван Петров пишет:» */
const isShort = (line: string) => line.split(/\s+/).length <= 5;
