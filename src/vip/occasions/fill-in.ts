/** Names that stand for something in the words of a greeting. */
const placed = /\{\{\s*([^}]*?)\s*\}\}/g;

type Names = { name: string; operator: string };

/** The words with what their names stand for. */
export const filledIn = (words: string, names: Names): string =>
  words.replace(placed, (whole, name: string) =>
    name === 'name' || name === 'operator' ? names[name] : whole,
  );

/** @returns a name in the words that stands for nothing */
export const unknownIn = (words: string): string | undefined =>
  [...words.matchAll(placed)]
    .map(([, name = '']) => name)
    .find((name) => name !== 'name' && name !== 'operator');
