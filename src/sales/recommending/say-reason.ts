import type { Use } from '../../catalog/api.ts';
import type { Language } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { type Currency, spokenMoney } from '../../kernel/money/index.ts';
import type { Needs } from './needs.ts';
import type { Choice } from './ways-to-take.ts';

const MEGABIT_KBPS = 1000;

/** Why it is this one, in one sentence to be read aloud, in the reader's language. */
export function sayReason(
  language: Language,
  needs: Needs,
  { tariff, tvPackage, also, bundle, feeMinor, isOverBudget }: Choice,
  currency: Currency,
): string {
  const { t } = textsIn(language);
  const said = (use: Use): string => t(`sales:recommending.aloud.${use}`);
  const quoted = ({ name }: { name: string }): string => t('sales:recommending.quoted', { name });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const sum = (minor: number): string => spokenMoney(minor, currency, language);
  const people = t('sales:recommending.people', { count: needs.people });
  const way = bundle ? 'bundle' : 'reason';
  return t(`sales:recommending.${way}.${isOverBudget ? 'over' : 'within'}`, {
    whom: list.format([people, ...needs.uses.map(said)]),
    name: tariff.name,
    speed: new Intl.NumberFormat(language).format((tariff.speedKbps ?? 0) / MEGABIT_KBPS),
    tv: tvPackage ? t('sales:recommending.withTv', { name: tvPackage.name }) : '',
    fee: sum(feeMinor),
    bundle: bundle?.name ?? '',
    parts: list.format([tariff, ...(tvPackage ? [tvPackage] : []), ...also].map(quoted)),
    apart: sum(bundle?.apartMinor ?? 0),
  });
}
