import type { ProductLoad } from '../../catalog/load-products.ts';

const rate = { fromMinute: 0, toMinute: 1440, days: 'all' } as const;
const plain = { kind: 'tariff', service: 'internet', currency: 'RUB' } as const;
const GIGABYTE = 1_000_000_000;

/** Every kind of charging that a tariff can have, in two currencies, and what is taken beside. */
export const tariffs: readonly Omit<ProductLoad, 'validFrom'>[] = [
  { ...plain, name: 'Месяц', monthlyFeeMinor: 60_000 },
  { ...plain, name: 'День', monthlyFeeMinor: 45_001, chargeCycle: 'daily' },
  { ...plain, name: 'С подключением', monthlyFeeMinor: 79_900, connectionFeeMinor: 30_000 },
  {
    ...plain,
    name: 'Гигабайты',
    monthlyFeeMinor: 10_000,
    includedBytes: 3 * GIGABYTE,
    rates: [
      {
        ...rate,
        meter: 'bytes',
        blockSize: GIGABYTE,
        priceMinor: 100,
        fromMinute: 1380,
        toMinute: 480,
      },
      { ...rate, meter: 'bytes', blockSize: GIGABYTE, priceMinor: 1333, days: 'work' },
      { ...rate, meter: 'bytes', blockSize: GIGABYTE, priceMinor: 1250, days: 'rest' },
    ],
  },
  {
    ...plain,
    name: 'Часы',
    monthlyFeeMinor: 0,
    chargeCycle: 'daily',
    includedSeconds: 3600,
    rates: [
      { ...rate, meter: 'seconds', blockSize: 3600, priceMinor: 2500, toMinute: 720 },
      { ...rate, meter: 'seconds', blockSize: 60, priceMinor: 77, fromMinute: 720 },
      { ...rate, meter: 'bytes', blockSize: 1_048_576, priceMinor: 3 },
    ],
  },
  { ...plain, name: 'Monthly', currency: 'USD', monthlyFeeMinor: 999 },
  {
    ...plain,
    name: 'Gigabytes',
    currency: 'USD',
    monthlyFeeMinor: 100,
    chargeCycle: 'daily',
    rates: [{ ...rate, meter: 'bytes', blockSize: GIGABYTE, priceMinor: 7 }],
  },
  { ...plain, kind: 'addon', service: 'tv', name: 'Телевидение', monthlyFeeMinor: 14_999 },
  {
    ...plain,
    kind: 'addon',
    service: 'other',
    name: 'Адрес',
    monthlyFeeMinor: 9000,
    chargeCycle: 'daily',
  },
  {
    ...plain,
    kind: 'addon',
    service: 'tv',
    name: 'Television',
    currency: 'USD',
    monthlyFeeMinor: 250,
  },
];
