export { type Currency, decimalText, isCurrency, money } from './money.ts';
export { currencySign, spokenMoney } from './spoken-money.ts';
export { parseMoney } from './parse-money.ts';
