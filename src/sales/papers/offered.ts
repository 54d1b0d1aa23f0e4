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

/** What stands in a table where nothing is to be paid. */
export const NOTHING = '—';

/** What a quote offers, in the operator's language, as papers say it. */
export function offeredIn(ctx: Ctx, quote: Given): Offered {
  const { language } = ctx.operator;
  const words = paperWords[language];
  const sum = (amountMinor: number): string =>
    amountMinor === 0 ? NOTHING : sumText(amountMinor, quote.currency, language);
  const currency = quote.currency === 'RUB' && language === 'ru' ? 'руб.' : quote.currency;
  const inWords = (minor: number): string => `${sum(minor)} ${currency}`;
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
    payment: paymentText(quote, words, inWords),
    terms: [
      ...quote.lines.flatMap((line) => [
        ...(bindsAnybody(line) ? [termText(line, words, inWords)] : []),
        ...(line.instalments > 0 ? [instalmentText(line, words, inWords)] : []),
      ]),
      ...bundleTexts(quote.lines, words, inWords),
    ],
  };
}

const bindsAnybody = ({ leastMonths, leavingFeeMinor }: Line): boolean =>
  leastMonths > 0 && leavingFeeMinor > 0;

type Words = (typeof paperWords)['ru'];
type Line = Given['lines'][number];
type SumText = (minor: number) => string;

const termText = ({ name, leastMonths, leavingFeeMinor }: Line, words: Words, sum: SumText) =>
  put(words.term, { name, months: leastMonths, sum: sum(leavingFeeMinor) });

/** A sentence for each bundle: what is in it, what it saves, and until when. */
function bundleTexts(lines: readonly Line[], words: Words, sum: SumText): string[] {
  const names = new Set(lines.flatMap(({ bundle }) => (bundle ? [bundle.name] : [])));
  return [...names].map((name) => {
    const parts = lines.filter(({ bundle }) => bundle?.name === name);
    const off = parts.reduce((total, { bundle }) => total + (bundle?.offMinor ?? 0), 0);
    const all = parts.map((part) => part.name).join(', ');
    return put(words.bundle, { name, all, sum: sum(off) });
  });
}

function instalmentText(
  { name, onceMinor, instalments }: Line,
  words: Words,
  sum: SumText,
): string {
  const usual = Math.floor(onceMinor / instalments);
  const first = onceMinor - usual * (instalments - 1);
  const text = first === usual ? words.inParts : words.inUnequalParts;
  return put(text, { name, count: instalments, sum: sum(usual), first: sum(first) });
}

function paymentText(quote: Given, words: Words, sum: SumText): string {
  if (quote.payment === 'free') return words.free;
  if (quote.payment === 'full') return '';
  const first = firstPart(quote);
  const usual = partOf(quote, 2);
  const text = first === usual ? words.instalments : words.unequal;
  const parts = put(text, { count: quote.parts, sum: sum(usual), first: sum(first) });
  return `${parts} ${words.early}`;
}
