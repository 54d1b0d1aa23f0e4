import { type Currency, exponentOf, type Money, money } from './money.ts';
import { divideRounded, type Rounding } from './rounding.ts';

export type MoneyFailure =
  | 'empty'
  | 'not_a_number'
  | 'other_currency'
  | 'ambiguous'
  | 'too_many_decimals'
  | 'too_large';

export type ParsedMoney = { ok: true; money: Money } | { ok: false; code: MoneyFailure };

export type MoneyNotation = {
  /** The source's decimal sign, where it is known: it settles whether `1,234` has thousands. */
  decimal?: '.' | ',';
  /** What to do with digits beyond the minor unit (`12.345600`); without it they are refused. */
  rounding?: Rounding;
};

/** Signs and words that name a currency as people and billings write them; roubles are two. */
const currencyWords: Record<Currency, RegExp> = {
  RUB: /₽|(?<!\p{L})(?:rub|rur|руб(?:лей|ля|ль)?|р)(?!\p{L})\.?/giu,
  BYN: /(?<!\p{L})(?:byn|br|бел|руб(?:лей|ля|ль)?|р)(?!\p{L})\.?/giu,
  KZT: /₸|(?<!\p{L})(?:kzt|тенге|тг)(?!\p{L})\.?/giu,
  UAH: /₴|(?<!\p{L})(?:uah|грн|гривен|гривна|гривны)(?!\p{L})\.?/giu,
  EUR: /€|(?<!\p{L})(?:eur|евро)(?!\p{L})\.?/giu,
  USD: /\$|(?<!\p{L})(?:usd|долл(?:аров|ара|ар)?)(?!\p{L})\.?/giu,
};

/** Longer than any sum with its grouping and currency; keeps a hostile cell from costing time. */
const longestInput = 64;

/**
 * Reads an amount as a person or a billing writes it: `1 234,50 ₽`, `1,234.50`, `-12,3`,
 * `(100.00)`. The number never passes through a float. A single separator before exactly three
 * digits (`1,234`) is `ambiguous` unless the notation names the decimal sign, since guessing wrong
 * would make a thousandfold error.
 */
export function parseMoney(
  text: string,
  currency: Currency,
  notation: MoneyNotation = {},
): ParsedMoney {
  const trimmed = text.trim();
  if (trimmed === '') return failure('empty');
  if (trimmed.length > longestInput) return failure('not_a_number');

  const bare = trimmed.replace(currencyWords[currency], ' ').trim();
  if (namesCurrency(bare)) return failure('other_currency');
  const signed =
    /^(?<open>\()?\s*(?<sign>[-−–+])?\s*(?<number>[\d.,'’\s]*\d[.,]?)\s*(?<close>\))?$/u;
  const groups = signed.exec(bare)?.groups;
  if (!groups?.number || (groups.open == null) !== (groups.close == null)) {
    return failure('not_a_number');
  }
  if (groups.open != null && groups.sign != null) return failure('not_a_number');
  const isNegative = groups.open != null || (groups.sign != null && groups.sign !== '+');

  const parts = splitDecimal(groups.number.trim(), notation.decimal);
  if (typeof parts === 'string') return failure(parts);
  return toMinor(parts, isNegative, currency, notation.rounding);
}

type NumberParts = { whole: string; fraction: string };

/** Decides which separator is the decimal one and checks that the others group by threes. */
function splitDecimal(text: string, known?: '.' | ','): NumberParts | MoneyFailure {
  const dots = text.split('.').length - 1;
  const commas = text.split(',').length - 1;
  let decimal = known;
  if (decimal == null) {
    if (dots > 0 && commas > 0) decimal = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
    else if (dots + commas === 1) decimal = dots === 1 ? '.' : ',';
    else decimal = dots > 1 ? ',' : '.';
    if (dots + commas === 1 && /^[1-9]\d{0,2}[.,]\d{3}$/u.test(text)) return 'ambiguous';
  }
  const at = text.indexOf(decimal);
  const fraction = at < 0 ? '' : text.slice(at + 1);
  const grouped = at < 0 ? text : text.slice(0, at);
  const isGrouped = /^[1-9]\d{0,2}([.,'’\s])\d{3}(?:\1\d{3})*$/u.test(grouped);
  if (!/^\d*$/u.test(fraction) || !(isGrouped || /^\d*$/u.test(grouped))) return 'not_a_number';
  const whole = grouped.replaceAll(/\D/gu, '');
  return whole + fraction === '' ? 'not_a_number' : { whole, fraction };
}

function toMinor(
  parts: NumberParts,
  isNegative: boolean,
  currency: Currency,
  rounding: Rounding | undefined,
): ParsedMoney {
  const digits = exponentOf(currency);
  const fraction = parts.fraction.replace(/0+$/u, '').padEnd(digits, '0');
  if (fraction.length > digits && rounding == null) return failure('too_many_decimals');
  const size = BigInt(parts.whole + fraction);
  const exact = isNegative ? -size : size;
  const scale = 10n ** BigInt(fraction.length - digits);
  const amountMinor = Number(rounding ? divideRounded(exact, scale, rounding) : exact);
  if (!Number.isSafeInteger(amountMinor)) return failure('too_large');
  return { ok: true, money: money(amountMinor, currency) };
}

function namesCurrency(text: string): boolean {
  if (/^[\d\s.,+-]*$/u.test(text)) return false;
  return Object.values(currencyWords).some((words) => text.search(words) >= 0);
}

function failure(code: MoneyFailure): ParsedMoney {
  return { ok: false, code };
}
