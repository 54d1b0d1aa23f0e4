import type { Ctx } from '../kernel/context.ts';
import { isCurrency, spokenMoney } from '../kernel/money/index.ts';
import { daysAfter } from '../subscribers/index.ts';

/** A sum as people say it, in the reader's language: `1 240,50 ₽`, `300 ₽`. */
export function spokenSum(ctx: Ctx, amountMinor: number, currency?: string): string {
  const given = currency ?? ctx.operator.currency;
  return isCurrency(given) ? spokenMoney(amountMinor, given, ctx.language) : '';
}

/** A day, some days after another, as people say it: `5 марта`. */
export function spokenDay(ctx: Ctx, on: string, later = 0): string {
  return new Intl.DateTimeFormat(ctx.language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${daysAfter(on, later)}T00:00:00Z`));
}
