const mostKept = 50_000;

/**
 * Keeps what a pure function answered for the words met lately: names and streets repeat from row
 * to row of a base. When the keeping is full, all is forgotten at once.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, made);
    return made;
  };
}
