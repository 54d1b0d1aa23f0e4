/**
 * A tariff of the demo operator. Its fee rose once for those marked: one of the causes of leaving.
 */
export type DemoTariff = {
  name: string;
  service: 'internet' | 'tv' | 'mobile' | 'bundle' | 'other';
  kind: 'tariff' | 'addon';
  feeMinor: number;
  speedKbps: number | null;
  /** Months before today at which the fee rose, and by what share. */
  rise?: { monthsAgo: number; share: number };
  /** How often newcomers choose it. */
  weight: number;
};

export const tariffs: readonly DemoTariff[] = [
  tariff('Домашний 50', 45_000, 50_000, 14, { monthsAgo: 9, share: 0.18 }),
  tariff('Домашний 100', 55_000, 100_000, 28, { monthsAgo: 9, share: 0.14 }),
  tariff('Скорость 300', 70_000, 300_000, 24),
  tariff('Скорость 500', 85_000, 500_000, 14, { monthsAgo: 4, share: 0.12 }),
  tariff('Игровой 800', 110_000, 800_000, 6),
  tariff('Частный дом 100', 75_000, 100_000, 6),
  tariff('Бизнес 200', 240_000, 200_000, 5),
  tariff('Бизнес 1000', 650_000, 1_000_000, 3),
];

export const addons: readonly DemoTariff[] = [
  addon('ТВ 180 каналов', 'tv', 25_000),
  addon('Онлайн-кинотеатр', 'tv', 29_900),
  addon('Видеонаблюдение', 'other', 35_000),
  addon('Статический IP', 'internet', 15_000),
  addon('Мобильная связь', 'mobile', 30_000),
];

function tariff(
  name: string,
  feeMinor: number,
  speedKbps: number,
  weight: number,
  rise?: DemoTariff['rise'],
): DemoTariff {
  return {
    name,
    service: 'internet',
    kind: 'tariff',
    feeMinor,
    speedKbps,
    weight,
    ...(rise && { rise }),
  };
}

function addon(name: string, service: DemoTariff['service'], feeMinor: number): DemoTariff {
  return { name, service, kind: 'addon', feeMinor, speedKbps: null, weight: 1 };
}

/** The fee in the month that lies so many months before today. */
export function feeAt(plan: DemoTariff, monthsAgo: number): number {
  if (!plan.rise || monthsAgo > plan.rise.monthsAgo) return plan.feeMinor;
  return Math.round((plan.feeMinor * (1 + plan.rise.share)) / 100) * 100;
}
