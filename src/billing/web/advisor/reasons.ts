import type { useTexts } from '../../../ui/texts.ts';
import { formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { clockText } from '../../../ui/clock-text.ts';
import type { Advice, AdvisorSettings } from '../client.ts';

type T = ReturnType<typeof useTexts>;
type Offered = Advice['offered'][number];

const GIGABYTE = 1e9;
const HOUR = 3600;

export const gigabytes = (bytes: number): string => formatNumber(Math.round(bytes / GIGABYTE));
const megabits = (kbps: number): string => formatNumber(kbps / 1000);

/** What was used a month, in a sentence; nothing where nothing was measured. */
export function usedWords(t: T, { use, months }: Advice): string | null {
  if (use.bytes > 0) {
    const key = use.leastBytes === use.mostBytes ? 'advisor.used' : 'advisor.usedBetween';
    return t(key, {
      count: months,
      mean: gigabytes(use.bytes),
      least: gigabytes(use.leastBytes),
      most: gigabytes(use.mostBytes),
    });
  }
  if (use.seconds === 0) return null;
  return t('advisor.usedHours', { count: months, mean: formatNumber(use.seconds / HOUR, 1) });
}

/** Why a tariff is advised, in sentences that are read aloud to the subscriber. */
export function reasonsFor(t: T, advice: Advice, best: Offered, currency: string): string[] {
  const { now } = advice;
  const money = (minor: number): string => formatMoney(minor, currency);
  const saved = now.meanMinor - best.meanMinor;
  const { name } = best;
  return [
    usedWords(t, advice),
    saved > 0
      ? t('advisor.wouldSave', { name, sum: money(best.meanMinor), saved: money(saved) })
      : t('advisor.sameMoney', { name, sum: money(best.meanMinor) }),
    speedWords(t, now.speedKbps, best.speedKbps),
    volumeWords(t, best, money),
    best.leastMinor === best.mostMinor
      ? null
      : t('advisor.varies', { least: money(best.leastMinor), most: money(best.mostMinor) }),
    best.connectionFeeMinor > 0
      ? t('advisor.costs', { sum: money(best.connectionFeeMinor) })
      : null,
    best.connectionFeeMinor > 0 && saved > 0
      ? t('advisor.paysBack', { count: Math.ceil(best.connectionFeeMinor / saved) })
      : null,
  ].filter((words) => words !== null);
}

function speedWords(t: T, now: number | null, then: number | null): string | null {
  if (then === null) return null;
  if (now === null) return t('advisor.speed', { speed: megabits(then) });
  return then > now
    ? t('advisor.faster', { speed: megabits(then), now: megabits(now) })
    : t('advisor.sameSpeed', { speed: megabits(then) });
}

function volumeWords(t: T, offered: Offered, money: (minor: number) => string): string | null {
  if (!offered.isMetered) return null;
  if (offered.usageMinor > 0) return t('advisor.aboveIncluded', { sum: money(offered.usageMinor) });
  return offered.includedBytes > 0
    ? t('advisor.withinIncluded', { volume: gigabytes(offered.includedBytes) })
    : null;
}

/** By which figures a private line looks like a company's, and by which rule. */
export function sharedWords(t: T, { use }: Advice, settings: AdvisorSettings): string {
  return t('advisor.shared', {
    work: formatPercent((use.workPercent ?? 0) / 100),
    rest: formatPercent((use.restPercent ?? 0) / 100),
    volume: gigabytes(use.bytes),
    from: clockText(settings.workFromMinute),
    to: clockText(settings.workToMinute),
    workLeast: formatPercent(settings.workLeastPercent / 100),
    restMost: formatPercent(settings.restMostPercent / 100),
    volumeLeast: gigabytes(settings.workLeastBytes),
  });
}

/** What speaks against a tariff, shortly. */
export function objectionWords(t: T, { now }: Advice, offered: Offered, currency: string): string {
  const money = (minor: number): string => formatMoney(minor, currency);
  return offered.objections
    .map((why) =>
      t(`advisor.why.${why}`, {
        speed: offered.speedKbps === null ? '—' : megabits(offered.speedKbps),
        more: money(offered.meanMinor - now.meanMinor),
        most: money(offered.mostMinor),
      }),
    )
    .join('; ');
}
