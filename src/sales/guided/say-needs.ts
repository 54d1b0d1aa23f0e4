import type { Language } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { Currency } from '../../kernel/money/index.ts';
import { unitMinor } from './unit-minor.ts';
import type { Needs } from '../recommending/needs.ts';

const MEGABIT_KBPS = 1000;

/** What a home needs, in a line for colleagues. */
export function sayNeeds(
  language: Language,
  { people, devices, uses, speedNowKbps, budgetMinor }: Needs,
  currency: Currency,
): string {
  const { t } = textsIn(language);
  const sum =
    budgetMinor === null
      ? ''
      : new Intl.NumberFormat(language, {
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          minimumFractionDigits: 0,
        }).format(budgetMinor / unitMinor(currency));
  return [
    t('sales:guided.needs.people', { count: people }),
    t('sales:guided.needs.devices', { count: devices }),
    ...uses.map((use) => t(`sales:guided.uses.${use}`)),
    speedNowKbps === null
      ? ''
      : t('sales:guided.needs.speedNow', { speed: speedNowKbps / MEGABIT_KBPS }),
    sum === '' ? '' : t('sales:guided.needs.budget', { sum }),
  ]
    .filter((words) => words !== '')
    .join(', ');
}
