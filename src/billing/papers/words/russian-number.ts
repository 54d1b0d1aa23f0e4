import { formFor, type Noun } from './nouns.ts';

const units = [
  '',
  'один',
  'два',
  'три',
  'четыре',
  'пять',
  'шесть',
  'семь',
  'восемь',
  'девять',
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const feminine: Record<number, string> = { 1: 'одна', 2: 'две' };
const tens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const hundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];
/** Thousands, millions and so on, from the second group of three digits. */
const scales: readonly Noun[] = [
  { forms: ['тысяча', 'тысячи', 'тысяч'], isFeminine: true },
  { forms: ['миллион', 'миллиона', 'миллионов'], isFeminine: false },
  { forms: ['миллиард', 'миллиарда', 'миллиардов'], isFeminine: false },
  { forms: ['триллион', 'триллиона', 'триллионов'], isFeminine: false },
];

/** A whole number from 0 to 10^15 in Russian words, in the gender of what is counted. */
export function russianNumber(value: number, isFeminine: boolean): string {
  if (value === 0) return 'ноль';
  const words: string[] = [];
  for (let group = 4; group >= 0; group--) {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part === 0) continue;
    const scale = scales[group - 1];
    words.push(...underThousand(part, scale ? scale.isFeminine : isFeminine));
    if (scale) words.push(formFor(part, scale.forms));
  }
  return words.join(' ');
}

function underThousand(part: number, isFeminine: boolean): string[] {
  const rest = part % 100;
  const last = rest < 20 ? rest : rest % 10;
  const unit = (isFeminine ? feminine[last] : undefined) ?? units[last] ?? '';
  return [
    hundreds[Math.floor(part / 100)] ?? '',
    rest < 20 ? '' : (tens[Math.floor(rest / 10)] ?? ''),
    unit,
  ].filter((word) => word !== '');
}
