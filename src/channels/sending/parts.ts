/** Longer words do not stand under a file (https://core.telegram.org/bots/api#senddocument). */
const MOST_CAPTION = 1024;

/** One message of a messenger in which words and files are messages each for itself. */
export type Part<File> = { text: string; file: File | null };

/**
 * In how many messages an answer leaves, and what stands in each: the words under the first file
 * where they have room there, else before it.
 */
export function partsOf<File>(text: string, files: readonly File[]): readonly Part<File>[] {
  const [first, ...rest] = files;
  const bare = rest.map((file) => ({ text: '', file }));
  if (first === undefined) return [{ text, file: null }];
  if (text.length <= MOST_CAPTION) return [{ text, file: first }, ...bare];
  return [{ text, file: null }, { text: '', file: first }, ...bare];
}
