/** A shorter number has so many neighbours that a likeness says nothing. */
const SHORTEST = 5;
const LONGEST = 12;

const digits = '0123456789';

/**
 * Numbers a slip of the hand away from one written: two digits swapped, one wrong, one left out,
 * one too many. A number of few digits or of very many has none.
 */
export function nearNumbers(written: string): string[] {
  const count = written.replace(/\D/g, '').length;
  if (count < SHORTEST || written.length > LONGEST) return [];
  const near = new Set<string>();
  for (let at = 0; at <= written.length; at += 1) {
    const [before, here, after] = [written.slice(0, at), written[at], written.slice(at + 1)];
    for (const digit of digits) near.add(before + digit + written.slice(at));
    if (here === undefined || !digits.includes(here)) continue;
    for (const digit of digits) near.add(before + digit + after);
    near.add(before + after);
    const [next] = after;
    if (next !== undefined && digits.includes(next))
      near.add(before + next + here + after.slice(1));
  }
  near.delete(written);
  return [...near];
}
