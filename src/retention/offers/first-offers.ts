import type { Language } from '../../kernel/context.ts';
import type { OfferKind } from './kinds.ts';

type First = {
  name: string;
  kind: OfferKind;
  words: string;
  value: number;
  months: number;
  saveRate: number;
  takeUp: number;
};

const repair = { kind: 'repair' as const, value: 0, months: 0, saveRate: 0.35, takeUp: 0.3 };
const deferral = { kind: 'deferral' as const, value: 0, months: 0, saveRate: 0.3, takeUp: 0.3 };
const tariff = { kind: 'tariff' as const, value: 0, months: 0, saveRate: 0.3, takeUp: 0.5 };
const discount = { kind: 'discount' as const, value: 20, months: 3, saveRate: 0.3, takeUp: 0.9 };

/** What helps everywhere; rates are first guesses, until the operator's own are seen. */
export const firstOffers: Record<Language, readonly First[]> = {
  ru: [
    {
      ...repair,
      name: 'Починить связь вне очереди',
      words: 'Давайте сначала починим: заявка уйдёт мастеру вне очереди, и я прослежу за ней сам.',
    },
    {
      ...deferral,
      name: 'Отсрочка платежа',
      words: 'Интернет останется включённым, а заплатить можно позже.',
    },
    {
      ...tariff,
      name: 'Тариф по размеру',
      words: 'Вы платите за скорость, которой не пользуетесь. Есть тариф дешевле, вам его хватит.',
    },
    {
      ...discount,
      name: 'Скидка 20 % на три месяца',
      words: 'Ближайшие три месяца будете платить на пятую часть меньше.',
    },
  ],
  en: [
    {
      ...repair,
      name: 'Repair first',
      words: 'Let us repair it first: a technician comes before others, and I follow it myself.',
    },
    { ...deferral, name: 'Pay later', words: 'You stay connected, and pay when you can.' },
    {
      ...tariff,
      name: 'A tariff that fits',
      words: 'You pay for a speed that you do not use. There is a cheaper tariff that is enough.',
    },
    {
      ...discount,
      name: '20 % off for three months',
      words: 'For three months you pay a fifth less.',
    },
  ],
};
