import { foldText } from '../../kernel/search/fold-text.ts';
import { anyOf } from './any-of.ts';

// What programs put before a subject that is answered or passed on. Outlook and OWA in Russian
// write `HA:`, in letters of either alphabet, and `Отв:`; some add a number of times: `Re[2]:`.
const passOn = anyOf('fwd?', 'fw', 'wg', 'пересл', 'пересылка', 'пер');
const answer = anyOf('re', 'aw', 'sv', 'vs', 'antw', '[нh][аa]', 'ответ', 'отв', 'ответить');
const auto = anyOf(
  'авто-?ответ',
  'автоматический ответ',
  'auto(?:matic)? ?reply',
  'прочтено',
  'не ?доставлено',
  'undeliverable',
  'read',
);
const times = String.raw`\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]\s*`;
const prefix = new RegExp(`^${anyOf(passOn, answer, auto)}${times}`, 'iu');

// The name of a list or a mark of a filter; what holds a number may be a ticket's, and stays.
const tag = /^\[[^\]\d]{1,60}\]\s*/u;
const passedOn = /\s*\((?:fwd|пересл\.?)\)$/iu;

const forwarded = new RegExp(String.raw`^(?:\[[^\]]{1,60}\]\s*)?${passOn}${times}`, 'iu');

/** The subject without `Re:`, `Ответ:`, `[list]` and the like, folded: equal within a thread. */
export function subjectKey(subject: string): string {
  let rest = subject.trim();
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(prefix, '').replace(tag, '').replace(passedOn, '').trim();
  }
  return foldText(rest);
}

/** Whether the sender passes on what another wrote, by the subject. */
export function isForwarded(subject: string): boolean {
  return forwarded.test(subject);
}
