import { formatNumber } from '../../../ui/format.ts';

/** A figure with so many digits after the comma; of what is not known a dash. */
export const digits = (value: number | null, places: number): string =>
  value === null ? '—' : formatNumber(value, places);
