import type { Ctx } from '../../kernel/context.ts';
import { decimalText, money } from '../../kernel/money/index.ts';
import type { TermsBody } from '../../network/api.ts';
import type { CoverageRow } from './coverage-row.ts';

const words = { ru: 'Подключение', en: 'Connection' } as const;

/** Terms of connection of a row that names a price alone: one name for one price. */
export function pricedTerms(
  ctx: Ctx,
  { terms, priceMinor }: Pick<CoverageRow, 'terms' | 'priceMinor'>,
): TermsBody | null {
  if (terms !== undefined || priceMinor === undefined) return null;
  const { currency, language } = ctx.operator;
  return {
    name: `${words[language]} ${decimalText(money(priceMinor, currency))} ${currency}`,
    baseMinor: priceMinor,
    metreMinor: 0,
    includedMetres: 0,
    longestMetres: null,
    mostParts: 1,
    freeFromMinor: null,
  };
}
