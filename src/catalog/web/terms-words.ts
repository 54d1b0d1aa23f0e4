import { formatMoney, formatNumber } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import { hoursText } from '../../ui/clock-text.ts';
import type { Product, Version } from './client.ts';
import { unitOf } from './units.ts';
import { useUnitWords } from './use-unit-words.ts';

type Rate = Version['rates'][number];

const marginPercent = ({ monthlyFeeMinor, costMinor }: Version): number =>
  ((monthlyFeeMinor - (costMinor ?? 0)) / monthlyFeeMinor) * 100;

/** The terms of a version in words, a piece for each. */
export const useTermsWords = () => {
  const t = useTexts('catalog');
  const words = useUnitWords();
  const rate = (one: Rate, currency: string): string => {
    const isAlways = one.fromMinute === 0 && one.toMinute === 1440;
    const band = isAlways ? '' : ` ${hoursText(one)}`;
    const days = one.days === 'all' ? '' : ` ${t(`days.${one.days}`)}`;
    return `${formatMoney(one.priceMinor, currency)} / ${words(unitOf(one))}${band}${days}`;
  };
  const speed = ({ speedKbps, guaranteedSpeedKbps }: Version): string[] => {
    if (speedKbps === null) return [];
    const mbps = formatNumber(speedKbps / 1000, 1);
    if (guaranteedSpeedKbps === null) return [t('upTo', { speed: mbps })];
    return [t('upToNotBelow', { speed: mbps, least: formatNumber(guaranteedSpeedKbps / 1000, 1) })];
  };
  const contract = (version: Version): string[] => [
    ...(version.tvChannels === null ? [] : [t('channels', { count: version.tvChannels })]),
    ...version.technologies.map((one) => t(`technology.${one}`)),
    ...(version.leastMonths > 0 ? [t('months', { count: version.leastMonths })] : []),
    ...(version.leavingFeeMinor > 0
      ? [t('leaving', { sum: formatMoney(version.leavingFeeMinor, version.currency) })]
      : []),
    ...(version.costMinor !== null && version.monthlyFeeMinor > 0
      ? [t('margin', { percent: formatNumber(marginPercent(version), 1) })]
      : []),
  ];
  const once = (version: Version, kind: Product['kind']): string[] => {
    const sum = formatMoney(version.connectionFeeMinor, version.currency);
    if (version.connectionFeeMinor === 0) return [];
    if (version.instalments > 0) return [t('inParts', { sum, count: version.instalments })];
    return [t(kind === 'equipment' ? 'sold' : 'connection', { sum })];
  };
  return (version: Version, kind: Product['kind']): string[] => [
    ...speed(version),
    ...(version.monthlyFeeMinor > 0 ? [t(`cycle.${version.chargeCycle}`)] : []),
    ...once(version, kind),
    ...(version.includedBytes > 0
      ? [t('includes', { what: `${formatNumber(version.includedBytes / 1e9, 2)} ${t('unit.gb')}` })]
      : []),
    ...(version.includedSeconds > 0
      ? [
          t('includes', {
            what: `${formatNumber(version.includedSeconds / 60)} ${t('unit.minute')}`,
          }),
        ]
      : []),
    ...version.rates.map((one) => rate(one, version.currency)),
    ...contract(version),
  ];
};
