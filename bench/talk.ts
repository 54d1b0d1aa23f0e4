import { randomOf, type Random } from '../src/demo/random.ts';

/** The words that people write most, the commonest first: the top of the curve. */
const commonest = (
  'не на интернет нет и у меня с что как работает по но уже роутер опять почему за скорость день ' +
  'вечером сегодня заявка мастер тариф оплата деньги баланс договор адрес квартира дом подъезд ' +
  'провод кабель приставка канал телевизор сигнал индикатор мигает горит перезагрузил проверил ' +
  'позвоните перезвоните жду спасибо здравствуйте добрый вечер утро пожалуйста срочно помогите ' +
  'подключить отключить перерасчёт скидка акция договорённость номер телефон пароль логин кабинет'
).split(' ');

const VOCABULARY = 40_000;
const beginnings = 'пере под вы за об при рас до на у'.split(' ');
const middles = 'стро ключ ход вод глаз мер лог кос вер чис дел рез гон лаг том пал'.split(' ');
const more = 'ов ен ак ир ол ут ям ец ич ул он ат ет'.split(' ');
const endings = 'ить ание ка ность ный тель ует ал ение ский'.split(' ');

/** Rare words: not all of them are in a dictionary, as with what people write. */
function rareWord(rank: number): string {
  const at = <T>(list: readonly T[], step: number): T | undefined =>
    list[Math.floor(rank / step) % list.length];
  return [
    at(beginnings, 1),
    at(middles, 10),
    at(more, 160),
    at(middles, 2_080),
    at(endings, 7),
    rank > 20_000 ? at(more, 33_280) : '',
  ].join('');
}

const vocabulary = Array.from({ length: VOCABULARY }, (_, at) => commonest[at] ?? rareWord(at));

/** Sums of 1 / (rank + 2.7), the curve by which people use their words (Zipf and Mandelbrot). */
const sums = vocabulary.reduce<number[]>((all, _, rank) => {
  all.push((all.at(-1) ?? 0) + 1 / (rank + 2.7));
  return all;
}, []);
const total = sums.at(-1) ?? 1;

/** A word, drawn as often as people use it. */
export function drawWord(random: Random): string {
  const drawn = random.next() * total;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < drawn) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low] ?? '';
}

/** The ten words used most. */
export const tenCommonest = vocabulary.slice(0, 10);

/** What somebody writes: some 3 to 20 words. */
export function sentence(random: Random): string {
  const length = random.between(3, random.chance(0.15) ? 20 : 9);
  return Array.from({ length }, () => drawWord(random)).join(' ');
}

export const randomTalk = (index: number): Random => randomOf('bench talk', index);
