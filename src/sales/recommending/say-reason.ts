import type { Use } from '../../catalog/api.ts';
import type { Language } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { type Currency, decimalText, money } from '../../kernel/money/index.ts';
import type { Needs } from './needs.ts';
import type { Choice } from './recommend.ts';

const MEGABIT_KBPS = 1000;

/** Why it is this one, in one sentence to be read aloud, in the reader's language. */
export function sayReason(
  language: Language,
  needs: Needs,
  { tariff, tvPackage, feeMinor, isOverBudget }: Choice,
  currency: Currency,
): string {
  const { t } = textsIn(language);
  const said = (use: Use): string => t(`sales:recommending.aloud.${use}`);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const people = t('sales:recommending.people', { count: needs.people });
  return t(`sales:recommending.reason.${isOverBudget ? 'over' : 'within'}`, {
    whom: list.format([people, ...needs.uses.map(said)]),
    name: tariff.name,
    speed: new Intl.NumberFormat(language).format((tariff.speedKbps ?? 0) / MEGABIT_KBPS),
    tv: tvPackage ? t('sales:recommending.withTv', { name: tvPackage.name }) : '',
    fee: new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    }).format(Number(decimalText(money(feeMinor, currency)))),
  });
}
