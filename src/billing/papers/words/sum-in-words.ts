import type { Language } from '../../../kernel/context.ts';
import { type Currency, isCurrency } from '../../../kernel/money/index.ts';
import { englishNumber } from './english-number.ts';
import { englishUnits, formFor, russianUnits } from './nouns.ts';
import { russianNumber } from './russian-number.ts';

/**
 * A sum as papers spell it: the whole in words, what is less than one of them in two digits: «Одна
 * тысяча двести два рубля 05 копеек».
 * @param amountMinor of either sign; a debt begins with «минус»
 */
export function sumInWords(amountMinor: number, currency: string, language: Language): string {
  if (!isCurrency(currency)) throw new RangeError(`no such currency: ${currency}`);
  const positive = Math.abs(amountMinor);
  const whole = Math.floor(positive / 100);
  const text = spell[language](whole, positive % 100, currency);
  const minus = language === 'ru' ? 'минус' : 'minus';
  const signed = amountMinor < 0 ? `${minus} ${text}` : text;
  return signed.charAt(0).toUpperCase() + signed.slice(1);
}

const spell: Record<Language, (whole: number, minor: number, currency: Currency) => string> = {
  ru: (whole, minor, currency) => {
    const units = russianUnits[currency];
    return [
      russianNumber(whole, units.whole.isFeminine),
      formFor(whole, units.whole.forms),
      digits(minor),
      formFor(minor, units.minor.forms),
    ].join(' ');
  },
  en: (whole, minor, currency) => {
    const units = englishUnits[currency];
    return [
      englishNumber(whole),
      units.whole[whole === 1 ? 0 : 1],
      digits(minor),
      units.minor[minor === 1 ? 0 : 1],
    ].join(' ');
  },
};

const digits = (minor: number): string => String(minor).padStart(2, '0');
