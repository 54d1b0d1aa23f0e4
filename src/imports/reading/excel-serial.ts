const DAY_MS = 86_400_000;

/** The last day that a spreadsheet knows: 9999-12-31. */
const MAX_SERIAL = 2_958_465;

/** Day 0 of the two calendars of spreadsheets. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * A spreadsheet's day number as `2024-03-01`, with a fraction as `2024-03-01T12:30:00`; null where
 * it is no day. Spreadsheets believe in a 29 February 1900 (day 60), so days before it are one off.
 */
export function dateOfSerial(serial: number, is1904 = false): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > MAX_SERIAL) return null;
  const days = !is1904 && serial < 60 ? serial + 1 : serial;
  const instant = (is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((days * DAY_MS) / 1000) * 1000;
  const iso = new Date(instant).toISOString();
  return instant % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** A fraction of a day as `12:30:00`. */
export function timeOfSerial(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400;
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
