import type { Language } from '../../../kernel/context.ts';
import { decimalText, isCurrency, money } from '../../../kernel/money/index.ts';

const formats = {
  ru: new Intl.NumberFormat('ru-RU', { minimumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }),
};

/** A sum in figures, exact and grouped, without its currency: `1 202,05`. */
export function sumText(amountMinor: number, currency: string, language: Language): string {
  if (!isCurrency(currency)) throw new RangeError(`no such currency: ${currency}`);
  const decimal = decimalText(money(amountMinor, currency)) as Intl.StringNumericLiteral;
  return formats[language].format(decimal).replace('-', '−');
}
