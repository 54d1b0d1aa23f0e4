import type { Language } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { type Currency, spokenMoney } from '../../kernel/money/index.ts';
import type { Needs } from '../recommending/needs.ts';

const MEGABIT_KBPS = 1000;

/** What a home needs, in a line for colleagues. */
export function sayNeeds(
  language: Language,
  { people, devices, uses, speedNowKbps, budgetMinor }: Needs,
  currency: Currency,
): string {
  const { t } = textsIn(language);
  return [
    t('sales:guided.needs.people', { count: people }),
    t('sales:guided.needs.devices', { count: devices }),
    ...uses.map((use) => t(`sales:guided.uses.${use}`)),
    speedNowKbps === null
      ? ''
      : t('sales:guided.needs.speedNow', { speed: speedNowKbps / MEGABIT_KBPS }),
    budgetMinor === null
      ? ''
      : t('sales:guided.needs.budget', { sum: spokenMoney(budgetMinor, currency, language) }),
  ]
    .filter((words) => words !== '')
    .join(', ');
}
