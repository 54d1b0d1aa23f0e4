import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Language } from '../../kernel/context.ts';

type First = { condition: Condition; isBadge?: true; words: Record<Language, [string, string]> };

const isWithUs: Condition = { field: 'status', op: 'in', value: ['active', 'suspended'] };

/** Groups that are of use to every operator, until it makes its own. */
export const firstSegments: readonly First[] = [
  {
    condition: { all: [isWithUs, { field: 'termDaysLeft', op: 'lte', value: 45 }] },
    isBadge: true,
    words: {
      ru: ['Скоро конец срока договора', 'Осталось не больше 45 дней: пора договориться о новом.'],
      en: ['Contract ends soon', '45 days are left at most: time to agree on a new one.'],
    },
  },
  {
    condition: {
      all: [
        { field: 'accountState', op: 'is', value: 'suspended' },
        { field: 'suspensions@365d', op: 'lte', value: 1 },
        { field: 'brokenPromises@365d', op: 'is', value: 0 },
        { field: 'tenureMonths', op: 'gte', value: 6 },
      ],
    },
    isBadge: true,
    words: {
      ru: [
        'Аккуратные плательщики под блокировкой',
        'Платят вовремя, а сейчас приостановлены: позвонить раньше, чем уйдут.',
      ],
      en: [
        'Careful payers suspended',
        'They pay in time and are suspended now: call before they leave.',
      ],
    },
  },
  {
    condition: {
      all: [
        isWithUs,
        { field: 'tenureMonths', op: 'gte', value: 2 },
        { field: 'contacts@60d', op: 'is', value: 0 },
        { field: 'payments@60d', op: 'is', value: 0 },
      ],
    },
    words: {
      ru: ['Молчат 60 дней', 'Ни обращения, ни платежа: возможно, уже не пользуются.'],
      en: ['Silent for 60 days', 'No contact and no payment: perhaps they use it no longer.'],
    },
  },
  {
    condition: { all: [isWithUs, { field: 'tickets@30d', op: 'gte', value: 3 }] },
    isBadge: true,
    words: {
      ru: ['Частые жалобы', 'Три тикета за месяц и больше: разобраться до конца.'],
      en: ['Frequent complaints', 'Three tickets a month or more: get to the bottom of it.'],
    },
  },
  {
    condition: { all: [isWithUs, { field: 'balanceFalls@quarter', op: 'gte', value: 2 }] },
    words: {
      ru: ['Уходят в минус', 'Дважды за квартал ниже нуля: напомнить, предложить автоплатёж.'],
      en: ['Fall below zero', 'Twice this quarter: remind them, offer automatic payment.'],
    },
  },
  {
    condition: { all: [isWithUs, { field: 'outageHours@30d', op: 'gte', value: 8 }] },
    words: {
      ru: ['Долго без связи', 'Восемь часов аварий за месяц: извиниться первыми.'],
      en: ['Long without service', 'Eight hours of outages in a month: be the first to apologise.'],
    },
  },
  {
    condition: { all: [isWithUs, { field: 'speedUsed@30d', op: 'lt', value: 50 }] },
    words: {
      ru: ['Скорость с запасом', 'Достигают меньше половины скорости тарифа: подобрать выгоднее.'],
      en: ['More speed than used', 'They reach less than half of it: find what suits them better.'],
    },
  },
];
