import type { Condition, Test, TestValue } from '../../kernel/conditions/condition.ts';
import { windowOf } from '../../kernel/list/windows.ts';
import { calendarDay, type Asked, type Vocabulary } from './vocabulary.ts';

/** A condition as one sentence, which `readPhrase` understands again. */
export function sayCondition(condition: Condition, words: Vocabulary): string {
  const { phrase } = words;
  if ('all' in condition) {
    if (condition.all.length === 0) return canonical(phrase('everybody'));
    return joined(condition.all, ` ${canonical(phrase('and'))} `, words);
  }
  if ('any' in condition) {
    if (condition.any.length === 0) return canonical(phrase('nobody'));
    return joined(condition.any, ` ${canonical(phrase('or'))} `, words);
  }
  if ('not' in condition) {
    return `${canonical(phrase('not'))} (${sayCondition(condition.not, words)})`;
  }
  return sayTest(condition, words);
}

function joined(parts: readonly Condition[], glue: string, words: Vocabulary): string {
  return parts
    .map((part) => {
      const isJoined =
        ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
      const said = sayCondition(part, words);
      return isJoined && parts.length > 1 ? `(${said})` : said;
    })
    .join(glue);
}

/** The first of the ways in which something may be said. */
const canonical = (forms: string): string => forms.split('|')[0] ?? '';

/** A field with its window; one that is gone is named by its key, so that one sees what to mend. */
export function sayField(asked: string, words: Vocabulary): string {
  const [key = '', ...window] = asked.split('@');
  const field = words.byKey.get(asked) ?? words.byKey.get(key);
  return [field?.label ?? key, ...sayWindow(window.join('@'), words)].join(' ');
}

function sayTest({ field: asked, op, value }: Test, words: Vocabulary): string {
  const field = words.byKey.get(asked) ?? words.byKey.get(asked.split('@')[0] ?? '');
  const { phrase } = words;
  const given = value === undefined ? [] : [value].flat();
  const said = given.map((one) => sayValue(one, field, words));
  const [first = '', second = ''] = said;
  const isDays = op === 'last_days' || op === 'next_days';
  const separator = canonical(phrase('separator'));
  const form = canonical(phrase(`ops.${opKey(op, field)}`));
  return `${sayField(asked, words)} ${form
    .replace('{{value}}', () => (isDays ? sayDays(Number(given[0]), words) : first))
    .replace('{{values}}', () => said.join(separator))
    .replace('{{to}}', () => second)}`;
}

/** Numbers and moments are compared in words of their own. */
export function opKey(op: string, field: Asked | undefined): string {
  const type = field?.type;
  const isNumber = type === 'number' || type === 'money';
  const isMoment = type === 'date' || type === 'instant';
  if (isNumber && (op === 'is' || op === 'is_not')) return `${op}_exactly`;
  if (isMoment && ['gt', 'gte', 'lt', 'lte'].includes(op)) return `${op}_day`;
  return op;
}

function sayWindow(text: string, words: Vocabulary): string[] {
  if (text === '') return [];
  const window = windowOf(text);
  if (!window) return [text];
  if ('named' in window) return [canonical(words.phrase(`window.${window.named}`))];
  const form = canonical(words.phrase('window.days'));
  return [form.replace('{{value}}', () => sayDays(window.days, words))];
}

const sayDays = (count: number, { phrase }: Vocabulary): string => phrase('days', { count });

function sayValue(
  value: Exclude<TestValue, unknown[]>,
  field: Asked | undefined,
  words: Vocabulary,
) {
  const text = String(value);
  switch (field?.type) {
    case 'number':
      return sayNumber(text, words);
    case 'money':
      return `${sayNumber(majorOf(text), words)} ${words.currencySign}`;
    case 'id':
      return text;
    case 'boolean':
      return canonical(words.phrase(text === 'true' ? 'yes' : 'no'));
    case 'date':
    case 'instant':
      return calendarDay.test(text) ? sayDay(text, words) : quoted(text, words);
    case 'choice':
      return quoted(field.choices?.find((one) => one.value === text)?.label ?? text, words);
    default:
      return quoted(text, words);
  }
}

const sayNumber = (text: string, { decimalComma }: Vocabulary): string =>
  decimalComma ? text.replace('.', ',') : text;

/** Hundredths as the whole with its part: 1050 → 10.50. */
function majorOf(minor: string): string {
  const sign = minor.startsWith('-') ? '-' : '';
  const digits = minor.replace('-', '').padStart(3, '0');
  const [whole, part] = [digits.slice(0, -2), digits.slice(-2)];
  return `${sign}${whole}${part === '00' ? '' : `.${part}`}`;
}

/** 2026-03-01, or as it is written where the decimal comma is: 01.03.2026. */
const sayDay = (day: string, { decimalComma }: Vocabulary): string =>
  decimalComma ? day.split('-').toReversed().join('.') : day;

function quoted(text: string, { decimalComma }: Vocabulary): string {
  const [open, close] = decimalComma ? ['«', '»'] : ['“', '”'];
  // A quote's end inside is written twice.
  return `${open}${text.replaceAll(close, close + close)}${close}`;
}
