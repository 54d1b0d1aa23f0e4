import { meters } from '../kinds.ts';
import type { Version } from './client.ts';

type Block = Pick<Version['rates'][number], 'meter' | 'blockSize'>;

/** In what a price is usually said, and what it is in bytes or seconds. */
export const units = [
  { key: 'gb', meter: 'bytes', size: 1_000_000_000 },
  { key: 'mb', meter: 'bytes', size: 1_000_000 },
  { key: 'hour', meter: 'seconds', size: 3600 },
  { key: 'minute', meter: 'seconds', size: 60 },
] as const;

/**
 * What a price is for, as one word of a form: a unit, or else the block as it is, `bytes 1048576`.
 */
export const unitOf = ({ meter, blockSize }: Block): string =>
  units.find((unit) => unit.meter === meter && unit.size === blockSize)?.key ??
  `${meter} ${blockSize}`;

/** The same back. */
export function blockOf(word: string): Block {
  const unit = units.find(({ key }) => key === word);
  if (unit) return { meter: unit.meter, blockSize: unit.size };
  const [named, size] = word.split(' ');
  const meter = meters.find((one) => one === named);
  if (meter === undefined) throw new Error(`no unit: ${word}`);
  return { meter, blockSize: Number(size) };
}
