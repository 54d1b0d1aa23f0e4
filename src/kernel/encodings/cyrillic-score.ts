/**
 * Share of each letter in running Russian text, in per cent (the usual table of the language), and
 * the Ukrainian and Belarusian letters, which a base from there has beside them.
 */
const letterShare: Record<string, number> = {
  о: 10.97,
  е: 8.45,
  а: 8.01,
  и: 7.35,
  н: 6.7,
  т: 6.26,
  с: 5.47,
  р: 4.73,
  в: 4.54,
  л: 4.4,
  к: 3.49,
  м: 3.21,
  д: 2.98,
  п: 2.81,
  у: 2.62,
  я: 2.01,
  ы: 1.9,
  ь: 1.74,
  г: 1.7,
  з: 1.65,
  б: 1.59,
  ч: 1.44,
  й: 1.21,
  х: 0.97,
  ж: 0.94,
  ш: 0.73,
  ю: 0.64,
  ц: 0.48,
  щ: 0.36,
  э: 0.32,
  ф: 0.26,
  ё: 0.13,
  ъ: 0.04,
  і: 0.6,
  ї: 0.2,
  є: 0.2,
  ґ: 0.03,
  ў: 0.1,
};

/** The pairs that names, streets and common words are full of. */
const frequentPairs = new Set(
  (
    'ст но то на ен ов ни ра во ко ал ли по ре ол пр от го ер ро та ка ва ла ос ет ин де ' +
    'ан ор ив ' +
    'ви ич на ая ий ый ел ле не те ри ом им ул ск кв до се мо ми ма ки ир ар ад ам ня ся'
  ).split(' '),
);

/** Signs beside letters that a Russian file may well hold. */
const ordinarySigns = new Set('№«»—–…“”„’°§·\u00A0');

const MEAN_SHARE = 3;
const PAIR_BONUS = 0.8;
const FOREIGN = -5;
const CASE_BREAK = -3;
const SCRIPT_BREAK = -2;

/**
 * How much a text looks like Russian: the mean, over its characters beyond ASCII, of the logarithm
 * of their frequency, with a bonus for frequent pairs of letters and a penalty for capitals after
 * small letters, signs at the start of a word, and Latin glued to Cyrillic. Right decodings come
 * out above −0.5, wrong ones below −2.
 */
export function cyrillicScore(text: string): number {
  let sum = 0;
  let count = 0;
  let before = '';
  for (const char of text) {
    if (char > '\u007F') {
      count += 1;
      sum += charScore(char, before);
    } else if (isLatin(char) && isCyrillic(before)) {
      sum += SCRIPT_BREAK;
    }
    before = char;
  }
  return count === 0 ? 0 : sum / count;
}

function charScore(char: string, before: string): number {
  const small = char.toLowerCase();
  const share = letterShare[small];
  if (share === undefined) return ordinarySigns.has(char) ? 0 : FOREIGN;
  let score = Math.log(share / MEAN_SHARE);
  const smallBefore = before.toLowerCase();
  if (letterShare[smallBefore] !== undefined) {
    if (frequentPairs.has(smallBefore + small)) score += PAIR_BONUS;
    if (char !== small && before === smallBefore) score += CASE_BREAK;
  } else {
    if (isLatin(before)) score += SCRIPT_BREAK;
    if (small === 'ь' || small === 'ъ' || small === 'ы') score += CASE_BREAK;
  }
  return score;
}

const isLatin = (char: string) => /^[a-z]$/i.test(char);
const isCyrillic = (char: string) => letterShare[char.toLowerCase()] !== undefined;
