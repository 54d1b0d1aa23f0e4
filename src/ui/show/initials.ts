/** «Зайцева Ольга Петровна» → «ЗО», «ООО "Маяк"» → «М», a name of one word gives one letter. */
const legalForms = new Set(['ооо', 'оао', 'ао', 'пао', 'зао', 'ип', 'нко', 'тсж', 'llc', 'ltd']);

export const initialsOf = (name: string): string => {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const own = words.filter((word) => !legalForms.has(word.toLowerCase()));
  return (own.length > 0 ? own : words)
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();
};

/** The same name has the same number in every session, so a person keeps the colour. */
export const placeOf = (name: string, count: number): number => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % count;
};
