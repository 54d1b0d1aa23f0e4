import type { Currency } from '../../../kernel/money/index.ts';

/** A noun beside a number in Russian: 1 рубль, 2 рубля, 5 рублей. */
export type Forms = readonly [one: string, few: string, many: string];
export type Noun = { forms: Forms; isFeminine: boolean };

const noun = (one: string, few: string, many: string, isFeminine = false): Noun => ({
  forms: [one, few, many],
  isFeminine,
});

const kopeck = noun('копейка', 'копейки', 'копеек', true);
const cent = noun('цент', 'цента', 'центов');

/** What the units of a currency are called, whole and minor. */
export const russianUnits: Record<Currency, { whole: Noun; minor: Noun }> = {
  RUB: { whole: noun('рубль', 'рубля', 'рублей'), minor: kopeck },
  BYN: {
    whole: noun('белорусский рубль', 'белорусских рубля', 'белорусских рублей'),
    minor: kopeck,
  },
  KZT: { whole: noun('тенге', 'тенге', 'тенге'), minor: noun('тиын', 'тиына', 'тиынов') },
  UAH: { whole: noun('гривна', 'гривны', 'гривен', true), minor: kopeck },
  EUR: { whole: noun('евро', 'евро', 'евро'), minor: cent },
  USD: { whole: noun('доллар США', 'доллара США', 'долларов США'), minor: cent },
};

export const englishUnits: Record<Currency, Record<'whole' | 'minor', readonly string[]>> = {
  RUB: { whole: ['rouble', 'roubles'], minor: ['kopeck', 'kopecks'] },
  BYN: { whole: ['Belarusian rouble', 'Belarusian roubles'], minor: ['kopeck', 'kopecks'] },
  KZT: { whole: ['tenge', 'tenge'], minor: ['tiyn', 'tiyn'] },
  UAH: { whole: ['hryvnia', 'hryvnias'], minor: ['kopiyka', 'kopiykas'] },
  EUR: { whole: ['euro', 'euros'], minor: ['cent', 'cents'] },
  USD: { whole: ['US dollar', 'US dollars'], minor: ['cent', 'cents'] },
};

/** The form that a Russian noun takes beside a number. */
export function formFor(count: number, [one, few, many]: Forms): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 14) return many;
  const units = count % 10;
  if (units === 1) return one;
  return units >= 2 && units <= 4 ? few : many;
}
