import type { Language } from '../../kernel/context.ts';
import type { PublicCheck } from '../../network/api.ts';
import { escapeHtml as h, type FormTexts } from '../form/texts.ts';

type Line = PublicCheck['lines'][number];
type Tariff = PublicCheck['tariffs'][number];

/** A technology with its speed, and what connecting costs. */
export function lineItem(line: Line, language: Language, t: FormTexts): string {
  const name = t(`check.technology.${line.technology}`);
  const speed = speedText(line.speedKbps, language, t);
  const title = [name, speed].filter((part) => part !== '').join(', ');
  return `<li><b>${h(title)}</b><span>${h(costText(line.cost, language, t))}</span></li>`;
}

export function tariffItem(tariff: Tariff, language: Language, t: FormTexts): string {
  const speed = speedText(tariff.speedKbps, language, t);
  const title = [tariff.name, speed].filter((part) => part !== '').join(', ');
  const fee = t('check.perMonth', {
    fee: moneyText(tariff.monthlyFeeMinor, tariff.currency, language),
  });
  return `<li><b>${h(title)}</b><span>${h(fee)}</span></li>`;
}

function speedText(kbps: number | null, language: Language, t: FormTexts): string {
  if (kbps === null) return '';
  const speed = new Intl.NumberFormat(language).format(Math.floor(kbps / 1000));
  return t('check.speed', { speed });
}

function costText(cost: Line['cost'], language: Language, t: FormTexts): string {
  if (cost === null) return t('check.costUnknown');
  const { totalMinor, partMinor, parts, freeFromMinor, currency } = cost;
  if (totalMinor === null) return t('check.tooFar');
  if (totalMinor === 0) return t('check.free');
  const money = (minor: number): string => moneyText(minor, currency, language);
  const words = [t('check.cost', { sum: money(totalMinor) })];
  if (parts > 1) words.push(t('check.parts', { part: money(partMinor ?? 0), parts }));
  if (freeFromMinor !== null) words.push(t('check.freeFrom', { fee: money(freeFromMinor) }));
  return words.join(', ');
}

/** Kopecks are shown only where there are some. */
function moneyText(minor: number, currency: string, language: Language): string {
  const format = (digits: number | undefined) =>
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...(digits === undefined ? {} : { minimumFractionDigits: digits }),
    });
  const { maximumFractionDigits = 2 } = format(undefined).resolvedOptions();
  const amount = minor / 10 ** maximumFractionDigits;
  return format(Number.isInteger(amount) ? 0 : undefined).format(amount);
}
