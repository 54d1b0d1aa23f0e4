export { formatMoney, type MoneyStyle } from './format-money.ts';
export {
  currencies,
  type Currency,
  decimalText,
  exponentOf,
  isCurrency,
  type Money,
  money,
  negate,
  sumMoney,
} from './money.ts';
export {
  type MoneyFailure,
  type MoneyNotation,
  type ParsedMoney,
  parseMoney,
} from './parse-money.ts';
export type { Rounding } from './rounding.ts';
export { fractionOf, percentOf, splitMoney } from './share-money.ts';
