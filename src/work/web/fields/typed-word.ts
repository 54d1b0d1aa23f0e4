/** A word being typed behind a sign: of `/пер` at the caret the `пер`, and its place. */
export type TypedWord = { query: string; from: number; to: number };

/**
 * The word behind the sign at which the caret stands, or null. The sign begins a word: in `и/или`
 * and in an address of mail it means nothing.
 * @param hasSpaces whether the word may have spaces, as a name has
 */
export const typedWord = (
  text: string,
  caret: number,
  sign: '/' | '@',
  hasSpaces = false,
): TypedWord | null => {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf(sign);
  if (from < 0 || /\S/.test(before[from - 1] ?? ' ')) return null;
  const query = before.slice(from + 1);
  const isWord = hasSpaces ? /^\S*(?: \S*)?$/.test(query) : /^\S*$/.test(query);
  return isWord ? { query, from, to: caret } : null;
};

/** The text with the word and its sign given way to others, and where the caret stands then. */
export const withWord = (
  text: string,
  { from, to }: TypedWord,
  words: string,
): { text: string; caret: number } => ({
  text: text.slice(0, from) + words + text.slice(to),
  caret: from + words.length,
});
