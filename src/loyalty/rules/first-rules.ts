import type { Language } from '../../kernel/context.ts';
import { type Signal, ruleOf } from '../earning/signals.ts';

type FirstRule = {
  signal: Signal;
  points: number;
  pendingDays?: number;
  words: Record<Language, string>;
};

/** What is of use everywhere; all are off until somebody has tried them. */
const rules: readonly FirstRule[] = [
  { signal: 'welcome', points: 200, words: { ru: 'С первого дня', en: 'From the first day' } },
  { signal: 'on_time', points: 20, words: { ru: 'Оплата вовремя', en: 'Paid in time' } },
  {
    signal: 'streak',
    points: 100,
    words: { ru: 'Полгода оплаты вовремя подряд', en: 'Half a year in time in a row' },
  },
  { signal: 'spending', points: 3, words: { ru: 'За оплаченные услуги', en: 'For what is paid' } },
  { signal: 'tenure', points: 50, words: { ru: 'Каждый год с нами', en: 'Each year with us' } },
  {
    signal: 'add_on',
    points: 100,
    pendingDays: 30,
    words: { ru: 'Ещё одна услуга', en: 'One more service' },
  },
  { signal: 'birthday', points: 100, words: { ru: 'День рождения', en: 'Birthday' } },
  {
    signal: 'outage',
    points: 50,
    words: { ru: 'Извинение за долгую аварию', en: 'Sorry for a long outage' },
  },
  { signal: 'friend', points: 500, words: { ru: 'Друг подключился', en: 'A friend has joined' } },
];

/** The first levels: from how many points a year, and what is added there. */
const levels = [
  { fromPoints: 0, extraPercent: 0, words: { ru: 'Участник', en: 'Member' } },
  { fromPoints: 500, extraPercent: 10, words: { ru: 'Серебряный', en: 'Silver' } },
  { fromPoints: 1500, extraPercent: 25, words: { ru: 'Золотой', en: 'Gold' } },
] as const;

export const firstRules = (language: Language) =>
  rules.map(({ words, pendingDays = 0, ...rule }) => ({
    ...rule,
    pendingDays,
    name: words[language],
    bound: ruleOf(rule.signal).usual,
  }));

export const firstLevels = (language: Language) =>
  levels.map(({ words, ...level }) => ({ ...level, name: words[language] }));
