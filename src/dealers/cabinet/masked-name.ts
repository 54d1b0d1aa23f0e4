/**
 * Of a name as much as somebody who knows it needs to be sure, and nobody else can use: «И****в
 * П***». Of a short word one letter is left.
 */
export const maskedName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(masked)
    .join(' ');

function masked(word: string, place: number): string {
  const letters = Array.from(word);
  const [first = ''] = letters;
  const last = place === 0 && letters.length > 3 ? (letters.at(-1) ?? '') : '';
  return `${first}***${last}`;
}
