const unitSeconds: readonly (readonly [RegExp, number])[] = [
  [/^(с|сек|секунд[аы]?|s|sec|seconds?)$/, 1],
  [/^(м|мин|минут[аы]?|m|min|minutes?)$/, 60],
  [/^(ч|час|часа|часов|h|hr|hours?)$/, 3600],
  [/^(д|дн|день|дня|дней|сут|сутки|суток|d|days?)$/, 86_400],
];

const part = /(\d{1,6})\s*([а-яa-z]+)\.?/giu;

/**
 * Reads a length of time as it is shown or typed: 60 с, 1 мин 30 с, 4ч, 2 h 5 min, 1 д.
 * @returns seconds; undefined while it is no length, or has no unit that is one
 */
export const parseDuration = (text: string): number | undefined => {
  const parts = [...text.matchAll(part)];
  if (parts.length === 0 || text.replaceAll(part, '').trim() !== '') return undefined;
  let seconds = 0;
  for (const [, amount, unit = ''] of parts) {
    const size = unitSeconds.find(([name]) => name.test(unit.toLowerCase()))?.[1];
    if (size === undefined) return undefined;
    seconds += Number(amount) * size;
  }
  return seconds;
};
