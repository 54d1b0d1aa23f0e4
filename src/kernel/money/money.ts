/** ISO 4217 codes with their minor digits. */
const minorDigits = { RUB: 2, BYN: 2, KZT: 2, UAH: 2, EUR: 2, USD: 2 } as const;

export type Currency = keyof typeof minorDigits;

/** A whole number of kopecks, cents or tiyn: `amountMinor` is always a safe integer. */
export type Money = { readonly amountMinor: number; readonly currency: Currency };

/** How many digits stand after the decimal point. */
export function exponentOf(currency: Currency): number {
  return minorDigits[currency];
}

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(minorDigits, code);
}

/** Makes an amount; throws RangeError unless it is a safe integer, for a fraction here is a bug. */
export function money(amountMinor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amountMinor)) {
    throw new RangeError(`Not a whole number of minor units: ${amountMinor}`);
  }
  // Adding zero turns -0 into 0, so that equal amounts are always deeply equal.
  return { amountMinor: amountMinor + 0, currency };
}

/** The plain notation for programs and exports: `-12.30`, never grouped, exact. */
export function decimalText(amount: Money): string {
  const digits = exponentOf(amount.currency);
  const text = String(Math.abs(amount.amountMinor)).padStart(digits + 1, '0');
  const sign = amount.amountMinor < 0 ? '-' : '';
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}
