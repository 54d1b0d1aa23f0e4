import { decimalText, exponentOf, type Money } from './money.ts';

export type MoneyStyle = {
  /** `always` shows a plus before what was gained, for changes of a balance. */
  sign?: 'auto' | 'always';
  /** Leaves `,00` out, for prices of tariffs. */
  isShort?: boolean;
};

const formats = new Map<string, Intl.NumberFormat>();

/** Shows an amount in a reader's language (`ru`, `en` or any BCP 47 tag): `1 234,50 ₽`, exactly. */
export function formatMoney(amount: Money, locale: string, style: MoneyStyle = {}): string {
  const isWhole = amount.amountMinor % 10 ** exponentOf(amount.currency) === 0;
  const digits = style.isShort && isWhole ? 0 : exponentOf(amount.currency);
  const signDisplay = style.sign === 'always' ? 'exceptZero' : 'auto';
  const key = `${locale} ${amount.currency} ${digits} ${signDisplay}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: amount.currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay,
    });
    formats.set(key, format);
  }
  // A decimal string, unlike a number, reaches the formatter without passing through a float.
  return format.format(decimalText(amount) as Intl.StringNumericLiteral);
}
