import { type Currency, decimalText, money } from './money.ts';

/** A sum as people say it: `1 240,50 ₽`, `300 ₽`. */
export function spokenMoney(amountMinor: number, currency: Currency, language: string): string {
  const amount = Number(decimalText(money(amountMinor, currency)));
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}

/** How a currency is written beside sums: `₽`. */
export const currencySign = (currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
