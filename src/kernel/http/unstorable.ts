/** Deeper than anything that a screen or a program sends; deeper still would exhaust the stack. */
const MOST_LEVELS = 40;

/**
 * Where the input holds what the base cannot keep: a NUL, half of a surrogate pair, or a nest
 * without end. Walks by a list, not by calling itself, for a nest is what it guards against.
 * @returns the path of the first such place, or null when all can be kept
 */
export function unstorableIn(input: Readonly<Record<string, unknown>>): string | null {
  const rest: { path: string; value: unknown; level: number }[] = [
    { path: '', value: input, level: 0 },
  ];
  for (let one = rest.pop(); one; one = rest.pop()) {
    const { path, value, level } = one;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    if (level >= MOST_LEVELS) return path.slice(0, 200);
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return path;
      rest.push({ path: path === '' ? key : `${path}.${key}`, value: inner, level: level + 1 });
    }
  }
  return null;
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** A text from outside that is kept as well as it can be: a file's name. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '');
