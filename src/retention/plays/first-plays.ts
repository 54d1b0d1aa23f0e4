import type { Language } from '../../kernel/context.ts';
import type { OfferKind } from '../offers/kinds.ts';
import type { PlayAction, PlayReason } from './kinds.ts';
import type { Signal } from './signals.ts';

export type FirstPlay = {
  signal: Signal;
  bound: number;
  reason: PlayReason;
  action: PlayAction;
  /** What is offered, by its kind: the first of the operator's. */
  offerKind?: OfferKind;
  cooldownDays: number;
  words: Record<Language, readonly [name: string, words: string]>;
};

/** What is done in time everywhere; all are off until somebody has tried them. */
const keeping: readonly FirstPlay[] = [
  {
    signal: 'outage',
    bound: 4,
    reason: 'quality',
    action: 'call',
    cooldownDays: 30,
    words: {
      ru: [
        'Извиниться за долгую аварию',
        'Вы сидели без связи по нашей вине, простите. Сейчас всё работает?',
      ],
      en: [
        'Apologise for a long outage',
        'You had no service because of us, and we are sorry. Is it all well now?',
      ],
    },
  },
  {
    signal: 'complaint_closed',
    bound: 24,
    reason: 'service',
    action: 'call',
    cooldownDays: 60,
    words: {
      ru: [
        'Спросить после долгой жалобы',
        'Ваш вопрос мы решали дольше, чем хотели. Всё ли сделали так, как вам нужно?',
      ],
      en: [
        'Ask after a complaint that took long',
        'We took longer than we wished. Have we done all that you needed?',
      ],
    },
  },
  {
    signal: 'price_change',
    bound: 0,
    reason: 'price',
    action: 'offer',
    offerKind: 'tariff',
    cooldownDays: 180,
    words: {
      ru: [
        'Подобрать тариф до повышения',
        'Цена вашего тарифа изменится. Давайте подберём такой, где вы не переплатите.',
      ],
      en: [
        'Find what fits before the price rises',
        'The price of your tariff changes. Let us find what suits you better.',
      ],
    },
  },
  {
    signal: 'contract_end',
    bound: 30,
    reason: 'term',
    action: 'offer',
    offerKind: 'discount',
    cooldownDays: 180,
    words: {
      ru: [
        'Продлить до конца срока',
        'Срок договора скоро выйдет. Спасибо, что вы с нами: вот что мы даём тем, кто остаётся.',
      ],
      en: [
        'Agree anew before the term ends',
        'Your term ends soon. Thank you for being with us: this is for those who stay.',
      ],
    },
  },
  {
    signal: 'discount_end',
    bound: 14,
    reason: 'price',
    action: 'offer',
    offerKind: 'tariff',
    cooldownDays: 180,
    words: {
      ru: [
        'Предупредить о конце акции',
        'Через две недели кончится ваша скидка. Давайте посмотрим, какой тариф вам подойдёт.',
      ],
      en: [
        'Tell that a promotion ends',
        'Your discount ends in two weeks. Let us see which tariff suits you.',
      ],
    },
  },
  {
    signal: 'suspended',
    bound: 180,
    reason: 'money',
    action: 'offer',
    offerKind: 'deferral',
    cooldownDays: 90,
    words: {
      ru: [
        'Отсрочка аккуратному плательщику',
        'Вы всегда платите вовремя, а сейчас связь приостановлена. Включить, а заплатите позже?',
      ],
      en: [
        'Defer for a careful payer',
        'You always pay in time, and are cut off now. Shall we switch it on, and you pay later?',
      ],
    },
  },
  {
    signal: 'short',
    bound: 3,
    reason: 'money',
    action: 'message',
    cooldownDays: 30,
    words: {
      ru: [
        'Напомнить до блокировки',
        'Здравствуйте, {{name}}! На счёте не хватает денег. Нужна отсрочка — ответьте. {{operator}}',
      ],
      en: [
        'Remind before it is cut off',
        'Hello, {{name}}! Your account is short. To pay later, answer us. {{operator}}',
      ],
    },
  },
  {
    signal: 'risk',
    bound: 15,
    reason: 'quality',
    action: 'offer',
    offerKind: 'repair',
    cooldownDays: 90,
    words: {
      ru: [
        'Риск ухода из-за связи',
        'Видим, что связь у вас подводит. Пришлём мастера вне очереди, пока это не надоело.',
      ],
      en: [
        'May leave for the quality',
        'We see that your line fails you. We send a technician before others.',
      ],
    },
  },
  {
    signal: 'risk',
    bound: 15,
    reason: 'usage',
    action: 'offer',
    offerKind: 'tariff',
    cooldownDays: 180,
    words: {
      ru: [
        'Пользуется меньше, чем платит',
        'Вы пользуетесь меньше, чем платите. Есть тариф дешевле, вам его хватит.',
      ],
      en: [
        'Pays for more than is used',
        'You use less than you pay for. There is a cheaper tariff that is enough.',
      ],
    },
  },
];

const after = (bound: number, ru: readonly [string, string], en: readonly [string, string]) => ({
  signal: 'left' as const,
  bound,
  reason: 'service' as const,
  action: 'call' as const,
  cooldownDays: 365,
  words: { ru, en },
});

/** What is said to who has left; to whom it is said once, and a no is for good. */
const returning: readonly FirstPlay[] = [
  after(
    7,
    [
      'Возврат: неделя после ухода',
      'Вы ушли неделю назад. Мы хотим понять, что сделали не так. Можно исправить?',
    ],
    [
      'Win-back: a week after',
      'You left a week ago. We wish to know what we did wrong. Can it be put right?',
    ],
  ),
  after(
    30,
    [
      'Возврат: месяц после ухода',
      'Прошёл месяц. Как вам у другого оператора? Если что-то не так, подключим за день.',
    ],
    [
      'Win-back: a month after',
      'It has been a month. How is it elsewhere? If it is not well, we connect you in a day.',
    ],
  ),
  after(
    90,
    [
      'Возврат: три месяца после ухода',
      'За три месяца мы многое изменили. Рассказать, что теперь есть в вашем доме?',
    ],
    [
      'Win-back: three months after',
      'Much has changed in three months. May I tell what your house has now?',
    ],
  ),
  {
    signal: 'speed_came',
    bound: 0,
    reason: 'quality',
    action: 'call',
    cooldownDays: 365,
    words: {
      ru: [
        'Возврат: в доме новая скорость',
        'В вашем доме теперь скорость выше, чем была у вас. Подключить обратно?',
      ],
      en: [
        'Win-back: the house is faster now',
        'Your house has more speed now than you had. Shall we connect you again?',
      ],
    },
  },
  {
    signal: 'better_tariff',
    bound: 0,
    reason: 'price',
    action: 'call',
    cooldownDays: 365,
    words: {
      ru: [
        'Возврат: тариф выгоднее прежнего',
        'Появился тариф выгоднее того, что был у вас. Рассказать?',
      ],
      en: [
        'Win-back: a better tariff',
        'There is a tariff better than the one you had. May I tell you?',
      ],
    },
  },
  {
    signal: 'competitor_gone',
    bound: 0,
    reason: 'competitor',
    action: 'call',
    cooldownDays: 365,
    words: {
      ru: [
        'Возврат: у соседа кончилась акция',
        'Предложения, к которому вы уходили, больше нет. Подключим обратно за день.',
      ],
      en: [
        'Win-back: the other offer is gone',
        'What your house left us for is sold no longer. We connect you again in a day.',
      ],
    },
  },
];

export const firstPlays: readonly FirstPlay[] = [...keeping, ...returning];
