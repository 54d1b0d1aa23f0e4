const unitSeconds: Readonly<Record<string, number>> = {
  м: 60,
  m: 60,
  ч: 3600,
  h: 3600,
  д: 86_400,
  d: 86_400,
};

/** `5 м, 2 ч, 1 д` as seconds; a bare number is minutes, and what is no pause is left out. */
export const delaysOf = (words: string): number[] =>
  words.split(',').flatMap((word) => {
    const [, amount = '', unit = 'м'] = /^\s*(\d{1,5})\s*([мmчhдd])?/i.exec(word) ?? [];
    const seconds = Number(amount) * (unitSeconds[unit.toLowerCase()] ?? 60);
    return amount === '' || seconds === 0 ? [] : [seconds];
  });

const sizesSeconds = [86_400, 3600, 60] as const;

/**
 * The same way back, in the largest unit that fits: 300 → `5 м`.
 * @param letters of day, hour and minute, in the language of the screen
 */
export const wordsOf = (delaysSeconds: readonly number[], letters: readonly string[]): string =>
  delaysSeconds
    .map((seconds) => {
      const fitting = sizesSeconds.findIndex((size) => seconds % size === 0);
      const at = fitting < 0 ? sizesSeconds.length - 1 : fitting;
      return `${Math.round(seconds / (sizesSeconds[at] ?? 60))} ${letters[at] ?? ''}`;
    })
    .join(', ');
