import { dayOf, majorOf, minorOf } from '../../ui/format.ts';
import { serverNow } from '../../ui/now.ts';
import type { Terms } from '../api/sold.ts';
import type { Product, Version } from './client.ts';
import { clockText, minuteOf } from '../../ui/clock-text.ts';
import type { RateValues } from './rate-fields.tsx';
import { blockOf, unitOf } from './units.ts';

export type Values = Pick<Product, 'kind' | 'service' | 'name'> &
  Pick<Version, 'chargeCycle' | 'technologies'> & {
    guaranteedMbps: number | undefined;
    tvChannels: number | undefined;
    leastMonths: number | undefined;
    leavingFee: number | undefined;
    cost: number | undefined;
    fee: number | undefined;
    connectionFee: number | undefined;
    instalments: number | undefined;
    speedMbps: number | undefined;
    includedGb: number | undefined;
    includedMinutes: number | undefined;
    rates: RateValues[];
    validFrom: string;
    currency: string;
  };

const GB = 1e9;
const MINUTE = 60;

const mbps = (kbps: number | null | undefined) => (kbps ? kbps / 1000 : undefined);
const kbps = (speedMbps: number | undefined) => (speedMbps ? Math.round(speedMbps * 1000) : null);

/** Those of the newest version, to be changed; a new product begins empty. */
export function startingValues(product: Product | null): Values {
  const [newest] = product?.versions ?? [];
  const currency = newest?.currency ?? 'RUB';
  const money = (minor: number | undefined) => (minor ? majorOf(minor, currency) : undefined);
  return {
    kind: product?.kind ?? 'tariff',
    service: product?.service ?? 'internet',
    name: product?.name ?? '',
    chargeCycle: newest?.chargeCycle ?? 'monthly',
    fee: money(newest?.monthlyFeeMinor),
    connectionFee: money(newest?.connectionFeeMinor),
    instalments: newest?.instalments || undefined,
    speedMbps: mbps(newest?.speedKbps),
    guaranteedMbps: mbps(newest?.guaranteedSpeedKbps),
    tvChannels: newest?.tvChannels ?? undefined,
    technologies: newest?.technologies ?? [],
    leastMonths: newest?.leastMonths || undefined,
    leavingFee: money(newest?.leavingFeeMinor),
    cost: typeof newest?.costMinor === 'number' ? majorOf(newest.costMinor, currency) : undefined,
    includedGb: newest?.includedBytes ? newest.includedBytes / GB : undefined,
    includedMinutes: newest?.includedSeconds ? newest.includedSeconds / MINUTE : undefined,
    rates: (newest?.rates ?? []).map((rate, key) => ({
      key,
      unit: unitOf(rate),
      price: majorOf(rate.priceMinor, currency),
      from: clockText(rate.fromMinute),
      to: clockText(rate.toMinute),
      days: rate.days,
    })),
    validFrom: dayOf(serverNow()),
    currency,
  };
}

/** As the server takes them: every term, so that none which has a default is lost. */
export const termsOf = (values: Values): Terms => ({
  monthlyFeeMinor: minorOf(values.fee ?? 0, values.currency),
  speedKbps: kbps(values.speedMbps),
  guaranteedSpeedKbps: kbps(values.guaranteedMbps),
  tvChannels: values.tvChannels ?? null,
  technologies: values.technologies,
  leastMonths: values.leastMonths ?? 0,
  leavingFeeMinor: minorOf(values.leavingFee ?? 0, values.currency),
  costMinor: values.cost === undefined ? null : minorOf(values.cost, values.currency),
  chargeCycle: values.chargeCycle,
  connectionFeeMinor: minorOf(values.connectionFee ?? 0, values.currency),
  instalments: values.kind === 'equipment' ? (values.instalments ?? 0) : 0,
  includedBytes: Math.round((values.includedGb ?? 0) * GB),
  includedSeconds: Math.round((values.includedMinutes ?? 0) * MINUTE),
  rates: values.rates.map(({ unit, price = 0, from, to, days }) => ({
    ...blockOf(unit),
    priceMinor: minorOf(price, values.currency),
    fromMinute: minuteOf(from),
    toMinute: minuteOf(to),
    days,
  })),
  validFrom: values.validFrom,
});
