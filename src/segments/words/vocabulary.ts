import type { FieldType } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { choicesOf, isFilterable, labelOf, openFields } from '../../kernel/list/open-fields.ts';
import { summedFields } from '../../kernel/list/summed-field.ts';
import { currencySign } from '../../kernel/money/index.ts';
import { subscriberList } from '../../subscribers/index.ts';

/** What a condition may ask about, as people name it. */
export type Asked = {
  key: string;
  type: FieldType;
  label: string;
  /** Whose it is, in a word: money, tickets. */
  group: string;
  choices?: { value: string; label: string }[];
  hasWindow: boolean;
  isSummed: boolean;
};

/** The words of sentences in one language; `phrase` gives those that join fields and values. */
export type Vocabulary = {
  fields: readonly Asked[];
  byKey: ReadonlyMap<string, Asked>;
  currency: string;
  /** How it is written beside sums. */
  currencySign: string;
  decimalComma: boolean;
  phrase: (key: string, params?: Record<string, unknown>) => string;
};

/** Places of values, which stay as they are until a sentence is said. */
const blanks = { value: '{{value}}', values: '{{values}}', to: '{{to}}' };

/** The fields and words that this reader may use, in the reader's language. */
export async function openVocabulary(ctx: Ctx): Promise<Vocabulary> {
  const open = await openFields(ctx, subscriberList);
  const texts = textsIn(ctx.language);
  const groupOf = (domain: string): string =>
    texts.t([`${domain}:permissions.title`, `${domain}:timeline.kind`]);
  const columns = await Promise.all(
    [...open.byKey.values()].filter(isFilterable).map(async (field) => {
      const choices = await choicesOf(ctx, field);
      return {
        key: field.key,
        type: field.type,
        label: labelOf(ctx, field),
        group: groupOf(field.domain),
        ...(choices && {
          choices: choices.map(({ value, label }) => ({ value, label: label ?? value })),
        }),
        hasWindow: false,
        isSummed: false,
      };
    }),
  );
  const sums = summedFields.fills
    .filter(({ piece }) => piece.entity === subscriberList.entity)
    .map(({ domain, piece }) => ({
      key: piece.key,
      type: piece.type,
      label: texts.t(`${domain}:sums.${piece.key}`),
      group: groupOf(domain),
      hasWindow: piece.at !== undefined,
      isSummed: true,
    }));
  return vocabularyOf([...columns, ...sums], ctx, (key, params) =>
    texts.t(`segments:phrase.${key}`, { ...blanks, ...params }),
  );
}

/** The same of fields that are known already. */
export function vocabularyOf(
  fields: readonly Asked[],
  { operator, language }: Pick<Ctx, 'operator' | 'language'>,
  phrase: Vocabulary['phrase'],
): Vocabulary {
  const named = toldApart(fields);
  return {
    fields: named,
    byKey: new Map(named.map((field) => [field.key, field])),
    currency: operator.currency,
    currencySign: currencySign(operator.currency, language),
    decimalComma: language === 'ru',
    phrase,
  };
}

/** Of fields, and of choices, that are called alike, each but the first says its key too. */
function toldApart(fields: readonly Asked[]): Asked[] {
  const names = new Set<string>();
  const apart = (label: string, key: string, taken: Set<string>): string => {
    const folded = foldedName(label);
    const name = taken.has(folded) || folded === '' ? `${label} (${key})` : label;
    taken.add(foldedName(name));
    return name;
  };
  return fields.map((field) => {
    const values = new Set<string>();
    return {
      ...field,
      label: apart(field.label, field.key, names),
      ...(field.choices && {
        choices: field.choices.map(({ value, label }) => ({
          value,
          label: apart(label, value, values),
        })),
      }),
    };
  });
}

/** Names are compared as people read them. */
export const foldedName = (name: string): string =>
  name.trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е');

export const calendarDay = /^\d{4}-\d\d-\d\d$/;
