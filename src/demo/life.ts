import { MONTHS, momentIn, monthsBetween } from './months.ts';
import { SILENT, spokenReasons } from './attributes.ts';
import type { DemoOutage } from './incidents.ts';
import { randomOf, type Random } from './random.ts';
import { type DemoTariff, feeAt } from './tariffs.ts';

/**
 * What moves people to leave in the demo, in log-odds a month. Analysis must find these from the
 * facts alone: nothing but tests may read them.
 */
const causesOfLeaving = {
  base: -5.1,
  perOutageHourOfTwoMonths: 0.25,
  priceRoseInThreeMonths: 1.5,
  slowCallbackInThreeMonths: 1.4,
  firstHalfYear: 0.6,
  promotionEnds: 0.8,
  perLogYearWithUs: -0.35,
  competitorAtHouse: 0.9,
} as const;

export type DemoContact = {
  at: Date;
  topic: string;
  words: string;
  waitSeconds: number;
  /** How long the ticket behind it was open; null where talk was enough. */
  ticketHours: number | null;
};
export type DemoPayment = { at: Date; monthsAgo: number; amountMinor: number; method: string };
export type DemoCharge = { monthsAgo: number; amountMinor: number };

/** Everything that happened to one subscriber in the demo's two years. */
export type DemoLife = {
  joinedAt: Date;
  charges: DemoCharge[];
  payments: DemoPayment[];
  contacts: DemoContact[];
  outages: DemoOutage[];
  left: { at: Date; reason: string; isSilent: boolean } | null;
  balanceMinor: number;
};

export type LifeInput = {
  seed: string;
  index: number;
  today: Date;
  plan: DemoTariff;
  addonFeeMinor: number;
  outages: readonly DemoOutage[];
  hasCompetitor: boolean;
};

const topics: Record<string, readonly string[]> = {
  'Нет интернета': [
    'С утра нет интернета, роутер перезагружали, не помогло.',
    'Пропал интернет во всей квартире, на роутере горит красный индикатор.',
    'Снова нет связи, третий раз за месяц. Когда почините?',
  ],
  'Низкая скорость': [
    'Вечером скорость падает в разы, видео не грузится.',
    'По тарифу обещали больше, а получается вдвое меньше.',
  ],
  'Вопрос по оплате': [
    'Оплатил картой, а баланс не изменился. Проверьте, пожалуйста.',
    'Почему списали больше, чем в прошлом месяце?',
  ],
  'Смена тарифа': ['Хочу тариф быстрее, что посоветуете?', 'Есть ли что-нибудь подешевле?'],
  'Не работает ТВ': ['Половина каналов не показывает.', 'Приставка пишет, что нет сигнала.'],
};
const topicNames = Object.keys(topics);
const HOUR_MS = 3_600_000;
const TALK_MS = HOUR_MS / 6;
const methods = ['Карта', 'СБП', 'Терминал', 'Касса', 'Автоплатёж'];

/** Lives a subscriber's two years month by month. The same input always gives the same life. */
export function liveLife(input: LifeInput): DemoLife {
  const random = randomOf(`${input.seed} life`, input.index);
  const tenureMonths = random.chance(0.3)
    ? random.between(0, MONTHS - 1)
    : MONTHS + Math.floor(-60 * Math.log(1 - random.next()) * 0.7);
  const frailty = 0.4 * random.normal();
  const carefulness = random.next();
  const method = random.pick(methods);
  const firstMonth = Math.min(MONTHS - 1, tenureMonths);
  const life: DemoLife = {
    joinedAt: momentIn(input.today, tenureMonths, random.next()),
    charges: [],
    payments: [],
    contacts: [],
    outages: [],
    left: null,
    balanceMinor: random.between(0, 40) * 1000,
  };
  for (let monthsAgo = firstMonth; monthsAgo >= 0 && !life.left; monthsAgo--) {
    const lived = tenureMonths - monthsAgo;
    suffer(life, input, monthsAgo);
    callUs(life, random, input.today, monthsAgo);
    pay(life, random, input, { monthsAgo, carefulness, method });
    if (
      lived > 0 &&
      random.chance(chanceOf(causesAt(input, life, monthsAgo, lived)) * Math.exp(frailty))
    ) {
      leave(life, random, input.today, monthsAgo);
    }
  }
  return life;
}

function suffer(life: DemoLife, input: LifeInput, monthsAgo: number): void {
  for (const outage of input.outages) {
    if (outage.monthsAgo === monthsAgo && outage.startedAt > life.joinedAt)
      life.outages.push(outage);
  }
}

function callUs(life: DemoLife, random: Random, today: Date, monthsAgo: number): void {
  const broken = life.outages.filter((outage) => outage.monthsAgo === monthsAgo);
  for (const outage of broken) {
    if (!random.chance(Math.min(0.5, outage.minutes / 400))) continue;
    const at = new Date(outage.startedAt.getTime() + random.between(2, 40) * 60_000);
    addContact(life, contact(random, at, 'Нет интернета'), today);
  }
  if (random.chance(0.07)) {
    const at = momentIn(today, monthsAgo, random.next() * 0.97);
    if (at > life.joinedAt) addContact(life, contact(random, at, random.pick(topicNames)), today);
  }
}

/** Only what is over by today has happened; a ticket that is not stands open. */
function addContact(life: DemoLife, made: DemoContact, today: Date): void {
  if (closingOf(made) <= today) life.contacts.push(made);
}

/** When the talk is over: some minutes after a human has reached them. */
export function closingOf({ at, waitSeconds }: DemoContact): Date {
  return new Date(at.getTime() + waitSeconds * 1000 + TALK_MS);
}

/** When the ticket behind a request was solved; null where there is none or it is open still. */
export function solvingOf({ at, ticketHours }: DemoContact, today: Date): Date | null {
  if (ticketHours === null) return null;
  const solvedAt = new Date(at.getTime() + ticketHours * HOUR_MS);
  return solvedAt <= today ? solvedAt : null;
}

/** How long people wait before a human reaches them: half within two minutes, a long tail. */
function contact(random: Random, at: Date, topic: string): DemoContact {
  const waitSeconds = Math.min(86_400, Math.round(95 * Math.exp(1.5 * random.normal())));
  const needsWork = topic !== 'Вопрос по оплате' && random.chance(0.6);
  return {
    at,
    topic,
    words: random.pick(topics[topic] ?? topicNames),
    waitSeconds,
    ticketHours: needsWork ? random.between(1, 70) : null,
  };
}

function pay(
  life: DemoLife,
  random: Random,
  input: LifeInput,
  month: { monthsAgo: number; carefulness: number; method: string },
): void {
  const { monthsAgo, carefulness, method } = month;
  const feeMinor = feeAt(input.plan, monthsAgo) + input.addonFeeMinor;
  life.charges.push({ monthsAgo, amountMinor: feeMinor });
  life.balanceMinor -= feeMinor;
  if (!random.chance(0.72 + 0.27 * carefulness)) return;
  const due = momentIn(input.today, monthsAgo, Math.min(0.97, random.next() * (1.2 - carefulness)));
  const at = due > life.joinedAt ? due : life.joinedAt;
  const amountMinor = Math.max(10_000, Math.ceil(-life.balanceMinor / 10_000) * 10_000);
  life.payments.push({ at, monthsAgo, amountMinor, method });
  life.balanceMinor += amountMinor;
}

/** What moves them to leave in a month, in log-odds: told to tests alone, as all causes are. */
export function causesAt(
  input: Pick<LifeInput, 'plan' | 'today' | 'hasCompetitor'>,
  life: Pick<DemoLife, 'outages' | 'contacts'>,
  monthsAgo: number,
  lived: number,
): Record<'quality' | 'price' | 'service' | 'term' | 'tenure' | 'competitor', number> {
  const cause = causesOfLeaving;
  const hours = life.outages
    .filter((outage) => outage.monthsAgo - monthsAgo <= 1)
    .reduce((sum, outage) => sum + outage.minutes / 60, 0);
  const rise = input.plan.rise;
  const hasRise = rise && rise.monthsAgo >= monthsAgo && rise.monthsAgo - monthsAgo < 3;
  const isSlow = life.contacts.some(
    (one) => one.waitSeconds > 600 && monthsBetween(one.at, input.today) - monthsAgo < 3,
  );
  return {
    quality: cause.perOutageHourOfTwoMonths * Math.min(hours, 10),
    price: hasRise ? cause.priceRoseInThreeMonths : 0,
    service: isSlow ? cause.slowCallbackInThreeMonths : 0,
    term:
      (lived < 6 ? cause.firstHalfYear : 0) +
      (lived === 12 || lived === 13 ? cause.promotionEnds : 0),
    tenure: cause.perLogYearWithUs * Math.log(1 + lived / 12),
    competitor: input.hasCompetitor ? cause.competitorAtHouse : 0,
  };
}

/** The month's chance that causes come to. */
export const chanceOf = (causes: ReturnType<typeof causesAt>): number =>
  1 / (1 + Math.exp(-Object.values(causes).reduce((sum, one) => sum + one, causesOfLeaving.base)));

function leave(life: DemoLife, random: Random, today: Date, monthsAgo: number): void {
  // Most go without a word: they simply stop paying.
  const isSilent = random.chance(0.63);
  life.left = {
    at: momentIn(today, monthsAgo, 0.98 + random.next() / 50),
    reason: isSilent ? SILENT : random.pick(spokenReasons),
    isSilent,
  };
}
