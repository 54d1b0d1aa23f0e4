/**
 * Norm clocks count seconds, and desks have clocks that are minutes off. Every answer of the server
 * carries its time, so the app counts by the server's clock. The `Date` header has whole seconds:
 * half a second is added, and only a difference that this rounding cannot explain is taken over.
 */
let offsetMs = 0;
const roundingMs = 1500;

export const noteServerTime = (date: string | null): void => {
  const serverMs = date === null ? Number.NaN : Date.parse(date) + 500;
  if (Number.isNaN(serverMs)) return;
  const measuredMs = serverMs - Date.now();
  if (Math.abs(measuredMs - offsetMs) > roundingMs) offsetMs = measuredMs;
};

/** The server's time now, in milliseconds since the epoch. */
export const serverNow = (): number => Date.now() + offsetMs;
