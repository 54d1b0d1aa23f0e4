import type { i18n } from 'i18next';
import type { Language } from '../../kernel/context.ts';
import type { ChoiceKeys } from '../slots.ts';

/** How values of one page are written: whose language and time, and the operator's own words. */
export type Wording = {
  texts: i18n;
  language: Language;
  timeZone: string;
  /** What the operator calls its own attributes, by key. */
  attributeLabels: ReadonlyMap<string, string>;
};

/** A value's place: the domain that holds it, its column, and where its coded values are worded. */
type Place = {
  domain: string;
  column: string;
  choices: ChoiceKeys;
  /** The row that it stands in: an amount is read with its currency. */
  row: Readonly<Record<string, unknown>>;
};

/** The name of a column or of a field of the record; the code where none is known. */
export function columnName(wording: Wording, domain: string, name: string): string {
  const { texts, attributeLabels } = wording;
  const keys = [
    `${domain}:personalData.columns.${name}`,
    `subscribers:personalData.columns.${name}`,
    `subscribers:fields.${name}`,
  ];
  const known = keys.find((key) => texts.exists(key));
  if (known) return texts.t(known);
  const attribute = name.replace(/^attributes\./, '');
  return attributeLabels.get(attribute) ?? attribute;
}

/** A value as a person reads it: words for codes, days and instants in their own notation. */
export function wordedValue(wording: Wording, value: unknown, place: Place): string {
  const { texts, language, timeZone } = wording;
  if (value === null || value === undefined || value === '') return '';
  if (value instanceof Date) return value.toLocaleString(language, { timeZone });
  if (typeof value === 'boolean') return texts.t(`subscribers:words.${value ? 'yes' : 'no'}`);
  if (typeof value === 'number') return wordedNumber(wording, value, place);
  if (typeof value === 'string') return wordedText(wording, value, place);
  if (Array.isArray(value)) {
    return value.map((one) => wordedValue(wording, one, place)).join(', ');
  }
  return wordedObject(wording, value as Record<string, unknown>, place);
}

function wordedNumber({ language }: Wording, value: number, { column, row }: Place): string {
  const currency = row['currency'];
  if (!column.endsWith('Minor') || typeof currency !== 'string') return String(value);
  const money = new Intl.NumberFormat(language, { style: 'currency', currency });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 0;
  return money.format(value / 10 ** digits);
}

function wordedText({ texts, language }: Wording, value: string, place: Place): string {
  const key = place.choices[place.column]?.(value);
  if (key !== undefined) {
    const word = key.includes(':') ? key : `${place.domain}:${key}`;
    return texts.exists(word) ? texts.t(word) : value;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return new Date(`${value}T00:00:00Z`).toLocaleDateString(language, { timeZone: 'UTC' });
}

/** Field by field; what was changed reads "field: before → after". */
function wordedObject(wording: Wording, value: Record<string, unknown>, place: Place): string {
  const { before, after, ...rest } = value;
  const choices = { ...place.choices, ...recordChoices };
  const inner = (name: string, one: unknown): string =>
    wordedValue(wording, one, { ...place, choices, column: name, row: value });
  const name = (one: string): string => columnName(wording, place.domain, one);
  const told = Object.entries(isFields(before) && isFields(after) ? rest : value)
    .map(([key, one]) => [key, inner(key, one)] as const)
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${name(key)}: ${text}`);
  if (!isFields(before) || !isFields(after)) return told.join('; ');
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].map(
    (key) => `${name(key)}: ${inner(key, before[key]) || '—'} → ${inner(key, after[key]) || '—'}`,
  );
  return [...changed, ...told].join('; ');
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Coded fields of the record, as former values speak of them. */
const recordChoices: ChoiceKeys = {
  kind: (value) => `choices.kind.${value}`,
  status: (value) => `choices.status.${value}`,
  role: (value) => `choices.role.${value}`,
};
