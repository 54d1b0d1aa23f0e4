import { formatNumber } from '../../../ui/format.ts';

/** A figure with so many digits after the comma; of what is not known a dash. */
export const digits = (value: number | null, places: number): string =>
  value === null ? '—' : formatNumber(value, places, true);

/** From here on a base is another than the one that was learnt from; the usual bound of the PSI. */
const MUCH = 0.25;

export const isDrift = (psi: number | null): boolean => psi !== null && psi > MUCH;
