import type { ProductLoad } from '../catalog/index.ts';

/**
 * A tariff of the demo operator. Its fee rose once for those marked: one of the causes of leaving.
 */
export type DemoTariff = {
  name: string;
  service: 'internet' | 'tv' | 'mobile' | 'bundle' | 'other';
  kind: 'tariff' | 'addon' | 'equipment';
  feeMinor: number;
  speedKbps: number | null;
  /** Months before today at which the fee rose, and by what share. */
  rise?: { monthsAgo: number; share: number };
  /** How often newcomers choose it. */
  weight: number;
  /** How it is sold: what it needs, costs and is for. */
  sold: Partial<ProductLoad>;
};

/** Of a tariff's fee so much goes to the line and its upkeep. */
const COST_SHARE = 0.55;

const wired: ProductLoad['technologies'] = ['ethernet', 'ftth', 'docsis'];
const fast: ProductLoad['technologies'] = ['ethernet', 'ftth'];

const forCompanies: Partial<ProductLoad> = {
  eligibility: [{ rule: 'subscriber_kind', kind: 'organisation' }],
};

export const tariffs: readonly DemoTariff[] = [
  tariff('Домашний 50', 45_000, 50_000, 14, {
    rise: { monthsAgo: 9, share: 0.18 },
    technologies: wired,
  }),
  tariff('Домашний 100', 55_000, 100_000, 28, {
    rise: { monthsAgo: 9, share: 0.14 },
    technologies: wired,
    serves: ['work'],
    ...purpose('gather', 'Понятный первый тариф', 40),
  }),
  tariff('Скорость 300', 70_000, 300_000, 24, {
    technologies: fast,
    serves: ['work', 'video'],
    ...purpose('hold', 'Основной тариф: на нём держим среднюю плату', 68_000),
  }),
  tariff('Скорость 500', 85_000, 500_000, 14, {
    rise: { monthsAgo: 4, share: 0.12 },
    technologies: fast,
    serves: ['work', 'video', 'games'],
  }),
  tariff('Игровой 800', 110_000, 800_000, 6, {
    technologies: ['ftth'],
    serves: ['games', 'video', 'work'],
    ...purpose('try', 'Проверяем оптику до квартиры', 5),
  }),
  tariff('Частный дом 100', 75_000, 100_000, 6, {
    technologies: ['ftth', 'wireless'],
    connectionFeeMinor: 350_000,
    leastMonths: 12,
    leavingFeeMinor: 150_000,
  }),
  tariff('Бизнес 200', 240_000, 200_000, 5, { technologies: fast, ...forCompanies }),
  tariff('Бизнес 1000', 650_000, 1_000_000, 3, { technologies: ['ftth'], ...forCompanies }),
];

export const addons: readonly DemoTariff[] = [
  addon('ТВ 180 каналов', 'tv', 25_000, { tvChannels: 180, serves: ['tv'], costMinor: 16_000 }),
  addon('Онлайн-кинотеатр', 'tv', 29_900, { serves: ['video'], costMinor: 18_000 }),
  addon('Видеонаблюдение', 'other', 35_000, { serves: ['cameras'], costMinor: 14_000 }),
  addon('Статический IP', 'internet', 15_000, { serves: ['work', 'games'], costMinor: 2000 }),
  addon('Мобильная связь', 'mobile', 30_000, { serves: ['mobile'], costMinor: 21_000 }),
];

/** What agents sell, and nobody of the demo's past has. */
export const equipment: readonly DemoTariff[] = [
  device('Роутер Wi-Fi 6 в аренду', 12_000, { serves: ['wifi'], costMinor: 6000 }),
  device('Роутер Wi-Fi 6', 0, { serves: ['wifi'], connectionFeeMinor: 450_000 }),
  device('ТВ-приставка 4K', 0, { serves: ['tv'], connectionFeeMinor: 390_000 }),
  device('Роутер Wi-Fi 6 в рассрочку', 0, {
    serves: ['wifi'],
    connectionFeeMinor: 480_000,
    instalments: 12,
  }),
];

/** What costs less together; nobody of the demo's past has it. */
export const bundles = [
  {
    name: 'Дом и кино',
    kind: 'price',
    value: 85_000,
    products: ['Скорость 300', 'Онлайн-кинотеатр'],
  },
  {
    name: 'Всё для игр',
    kind: 'percent',
    value: 1000,
    products: ['Игровой 800', 'Статический IP'],
  },
  {
    name: 'Дом и ТВ',
    kind: 'price',
    value: 85_000,
    products: ['Скорость 300', 'ТВ 180 каналов'],
  },
  {
    name: 'Дом, ТВ и связь',
    kind: 'price',
    value: 110_000,
    products: ['Скорость 300', 'ТВ 180 каналов', 'Мобильная связь'],
  },
] as const;

function tariff(
  name: string,
  feeMinor: number,
  speedKbps: number,
  weight: number,
  { rise, ...sold }: DemoTariff['sold'] & { rise?: DemoTariff['rise'] },
): DemoTariff {
  return {
    name,
    service: 'internet',
    kind: 'tariff',
    feeMinor,
    speedKbps,
    weight,
    ...(rise && { rise }),
    sold: { costMinor: Math.round(feeMinor * COST_SHARE), ...sold },
  };
}

function addon(
  name: string,
  service: DemoTariff['service'],
  feeMinor: number,
  sold: DemoTariff['sold'],
): DemoTariff {
  return { name, service, kind: 'addon', feeMinor, speedKbps: null, weight: 1, sold };
}

function device(name: string, feeMinor: number, sold: DemoTariff['sold']): DemoTariff {
  return { ...addon(name, 'other', feeMinor, sold), kind: 'equipment' };
}

function purpose(kind: 'gather' | 'try' | 'hold', words: string, goal: number) {
  return { purpose: kind, purposeWords: words, purposeGoal: goal };
}

/** The fee in the month that lies so many months before today. */
export function feeAt(plan: DemoTariff, monthsAgo: number): number {
  if (!plan.rise || monthsAgo > plan.rise.monthsAgo) return plan.feeMinor;
  return Math.round((plan.feeMinor * (1 + plan.rise.share)) / 100) * 100;
}
