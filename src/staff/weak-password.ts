/** Shorter ones fall to guessing; NIST SP 800-63B asks for at least 8, and we for a little more. */
const SHORTEST_PASSWORD = 10;
const FEWEST_DIFFERENT = 5;

/**
 * Whether a password is too easy: short, of few different characters, or made of the person's own
 * e-mail or name.
 */
export function isWeakPassword(password: string, person: { email: string; name: string }): boolean {
  const folded = password.toLowerCase();
  const [mailbox = ''] = person.email.toLowerCase().split('@');
  const own = [mailbox, ...person.name.toLowerCase().split(/\s+/)].filter(
    (word) => word.length > 3,
  );
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), folded);
  return (
    password.length < SHORTEST_PASSWORD ||
    new Set(folded).size < FEWEST_DIFFERENT ||
    rest.length < SHORTEST_PASSWORD / 2
  );
}
