/** Names that stand for something in words that are written to clients. */
const placed = /\{\{\s*([^}]*?)\s*\}\}/g;

/** The words with what their names stand for; an unknown name stays as it is. */
export const filledIn = (words: string, names: Readonly<Record<string, string>>): string =>
  words.replace(placed, (whole, name: string) =>
    Object.hasOwn(names, name) ? (names[name] ?? whole) : whole,
  );

/** @returns a name in the words that is none of those known */
export const unknownIn = (words: string, known: readonly string[]): string | undefined =>
  [...words.matchAll(placed)].map(([, name = '']) => name).find((name) => !known.includes(name));
