import type { Live } from './use-live-count.ts';

/** An estimate with its bounds, in no more digits than it knows; the bounds grow wider by it. */
export function toldMargin({ count, margin }: NonNullable<Live['about']>): {
  count: number;
  low: number;
  high: number;
} {
  const { low, high } = margin ?? { low: 0, high: 2 * count };
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, (high - low) / 2)));
  return {
    count: Math.round(count / unit) * unit,
    low: Math.floor(low / unit) * unit,
    high: Math.ceil(high / unit) * unit,
  };
}
