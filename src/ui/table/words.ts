import { formatDay, formatInstant, formatMoney, formatNumber, formatPhone } from '../format.ts';
import { hasText, type Translate } from '../texts.ts';
import { linesOf, takesDays, takesMany } from './condition.ts';
import type { Condition, Field, Line } from './contract.ts';

/** Words for fields and values of one list: those of people's own making, else the domain's. */
export type Words = {
  label: (key: string) => string;
  value: (key: string, value: unknown) => string;
};

const choiceText = (namespace: string, t: Translate, field: Field, value: unknown): string => {
  const given = field.choices?.find((choice) => choice.value === value)?.label;
  const key = `${namespace}:choices.${field.key}.${String(value)}`;
  return given ?? (hasText(key) ? t(key) : String(value));
};

type SumOfMoney = { amountMinor: number; currency?: string };

export const isSum = (value: unknown): value is SumOfMoney =>
  typeof value === 'object' && value !== null && 'amountMinor' in value;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/**
 * Makes the words of a list whose texts stand in `namespace`; sums without a currency are in
 * `currency`.
 */
export const wordsOf = (
  fields: readonly Field[],
  namespace: string,
  currency: string,
  t: Translate,
): Words => {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const one = (field: Field, value: unknown): string => {
    switch (field.type) {
      case 'money':
        return isSum(value)
          ? formatMoney(value.amountMinor, value.currency ?? currency)
          : formatMoney(Number(value), currency);
      case 'number':
        return formatNumber(Number(value), 2);
      case 'date':
        return formatDay(textOf(value));
      case 'instant':
        return /^\d{4}-\d\d-\d\d$/.test(textOf(value))
          ? formatDay(textOf(value))
          : formatInstant(textOf(value));
      case 'boolean':
        return t(value === true || value === 'true' ? 'table.yes' : 'table.no');
      case 'choice':
        return choiceText(namespace, t, field, value);
      case 'phone':
        return formatPhone(textOf(value));
      default:
        return textOf(value);
    }
  };
  return {
    label: (key) => byKey.get(key)?.label ?? t(`${namespace}:fields.${key}`),
    value: (key, value) => {
      const field = byKey.get(key);
      if (value === null || value === undefined || value === '') return t('table.empty');
      if (field === undefined) return textOf(value);
      return Array.isArray(value)
        ? value.map((item) => one(field, item)).join(', ')
        : one(field, value);
    },
  };
};

const lineText = (line: Line, words: Words, t: Translate): string => {
  const { field, op, value } = line;
  const key = `table.says.${op}`;
  const label = words.label(field);
  if (takesDays(op)) return t(key, { field: label, count: Number(value) });
  if (op === 'between' && Array.isArray(value)) {
    return t(key, {
      field: label,
      from: words.value(field, value[0]),
      to: words.value(field, value[1]),
    });
  }
  const shown =
    takesMany(op) && Array.isArray(value)
      ? value.map((item) => words.value(field, item)).join(t('table.or'))
      : words.value(field, value);
  return t(key, { field: label, value: shown });
};

/** A condition as a sentence that a person can read: «Тариф: Домашний или Игровой». */
export const sentenceOf = (condition: Condition, words: Words, t: Translate): string => {
  const lines = linesOf(condition);
  if (lines) return lines.map((line) => lineText(line, words, t)).join(t('table.or'));
  if ('not' in condition) {
    return t('table.says.not', { what: sentenceOf(condition.not, words, t) });
  }
  const [parts, glue] =
    'all' in condition
      ? [condition.all, 'table.and']
      : 'any' in condition
        ? [condition.any, 'table.or']
        : [[], ''];
  return parts.map((part) => sentenceOf(part, words, t)).join(t(glue));
};
