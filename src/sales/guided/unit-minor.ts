import { type Currency, exponentOf } from '../../kernel/money/money.ts';

/** How many minor units a whole one of the currency has. */
export const unitMinor = (currency: string): number => 10 ** exponentOf(currency as Currency);
