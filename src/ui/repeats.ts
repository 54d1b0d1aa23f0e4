/**
 * The server may send an event twice when a stream resumes. Remembers the newest event ids and
 * answers whether one is seen for the first time; the oldest are forgotten, so memory is bounded.
 */
export const createRepeats = (limit = 2000) => {
  const seen = new Set<string>();
  return (eventId: string | number): boolean => {
    const key = String(eventId);
    if (seen.has(key)) return false;
    seen.add(key);
    if (seen.size > limit) {
      const oldest = seen.values().next().value;
      if (oldest !== undefined) seen.delete(oldest);
    }
    return true;
  };
};

/** `tickets.opened` matches itself, `tickets.*` and `*`. */
export const isOfType = (type: string, wanted: readonly string[]): boolean =>
  wanted.some((one) =>
    one === '*' || one === type ? true : one.endsWith('.*') && type.startsWith(one.slice(0, -1)),
  );
