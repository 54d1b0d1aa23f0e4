import { sumText } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { LockedQuote } from '../quotes/lock-quote.ts';
import { firstPart, partOf } from '../quotes/parts.ts';
import { paperWords, put } from './paper-words.ts';
import type { Offered } from './tables.ts';

type Given = Pick<
  LockedQuote,
  'lines' | 'monthlyMinor' | 'onceMinor' | 'currency' | 'payment' | 'parts'
>;

/** What a quote offers, in the operator's language, as papers say it. */
export function offeredIn(ctx: Ctx, quote: Given): Offered {
  const { language } = ctx.operator;
  const words = paperWords[language];
  const sum = (amountMinor: number): string =>
    amountMinor === 0 ? '—' : sumText(amountMinor, quote.currency, language);
  const currency = quote.currency === 'RUB' && language === 'ru' ? 'руб.' : quote.currency;
  return {
    language,
    currency,
    rows: quote.lines.map(({ name, speedKbps, monthlyMinor, onceMinor }) => ({
      name,
      speed: speedKbps === null ? '' : put(words.upTo, { speed: speedKbps / 1000 }),
      monthly: sum(monthlyMinor),
      once: sum(onceMinor),
    })),
    monthly: sum(quote.monthlyMinor),
    once: sum(quote.onceMinor),
    payment: paymentText(quote, words, sum),
    terms: quote.lines
      .filter(bindsAnybody)
      .map(({ name, leastMonths, leavingFeeMinor }) =>
        put(words.term, { name, months: leastMonths, sum: `${sum(leavingFeeMinor)} ${currency}` }),
      ),
  };
}

const bindsAnybody = ({ leastMonths, leavingFeeMinor }: Given['lines'][number]): boolean =>
  leastMonths > 0 && leavingFeeMinor > 0;

type Words = (typeof paperWords)['ru'];

function paymentText(quote: Given, words: Words, sum: (minor: number) => string): string {
  if (quote.payment === 'free') return words.free;
  if (quote.payment === 'full') return '';
  const first = firstPart(quote);
  const usual = partOf(quote, 2);
  const text = first === usual ? words.instalments : words.unequal;
  const parts = put(text, { count: quote.parts, sum: sum(usual), first: sum(first) });
  return `${parts} ${words.early}`;
}
