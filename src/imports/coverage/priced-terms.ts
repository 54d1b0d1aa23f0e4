import type { Ctx } from '../../kernel/context.ts';
import { type Currency, decimalText, money } from '../../kernel/money/index.ts';
import type { loadTerms } from '../../network/index.ts';
import type { CoverageRow } from './coverage-row.ts';

type Terms = Parameters<typeof loadTerms>[1][number];

const words = { ru: 'Подключение', en: 'Connection' } as const;

/** Terms of connection of a row that names a price alone: one name for one price. */
export function pricedTerms(
  ctx: Ctx,
  { terms, priceMinor }: Pick<CoverageRow, 'terms' | 'priceMinor'>,
): Terms | null {
  if (terms !== undefined || priceMinor === undefined) return null;
  const { currency, language } = ctx.operator;
  return {
    name: `${words[language]} ${decimalText(money(priceMinor, currency as Currency))} ${currency}`,
    baseMinor: priceMinor,
    metreMinor: 0,
    includedMetres: 0,
    longestMetres: null,
    mostParts: 1,
    freeFromMinor: null,
  };
}
