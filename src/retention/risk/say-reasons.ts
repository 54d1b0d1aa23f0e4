import type { Language } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { decimalText, isCurrency, money } from '../../kernel/money/index.ts';
import { everyFact } from './known-facts.ts';

/** Reasons as they are kept: keys of facts, the strongest first, their sides and numbers. */
export type KeptReasons = {
  reasons: readonly string[];
  sides: readonly string[];
  numbers: readonly number[];
};

/**
 * What an agent can say of each reason, in the reader's language; a fact whose domain brings it no
 * more is passed over.
 */
export function sayReasons(
  { reasons, sides, numbers }: KeptReasons,
  language: Language,
  currency: string,
): string[] {
  const facts = new Map(everyFact().map((fact) => [fact.key, fact]));
  const texts = textsIn(language);
  return reasons.flatMap((key, at) => {
    const fact = facts.get(key);
    const side = sides[at];
    if (!fact || side === undefined) return [];
    const number = numbers[at] ?? 0;
    const value = sayNumber(number, fact.said ?? 'number', language, currency);
    const params = { value, count: Math.round(number) };
    return [texts.t(`${fact.domain}:risk.${key}.${side}`, params)];
  });
}

function sayNumber(
  number: number,
  said: 'number' | 'money' | 'share',
  language: Language,
  currency: string,
): string {
  if (said === 'share') {
    const style = { style: 'percent', maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(language, style).format(Math.abs(number));
  }
  if (said === 'money' && isCurrency(currency)) {
    const amount = Number(decimalText(money(Math.round(number), currency)));
    const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
    const narrow = { currencyDisplay: 'narrowSymbol' } as const;
    return new Intl.NumberFormat(language, { ...style, ...narrow }).format(amount);
  }
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(number);
}
