import { formatNumber } from '../format.ts';
import type { Count } from './contract.ts';

/** Above ten thousand the server estimates, and the number says so. Nothing known: nothing said. */
export const countText = (count: Count | undefined): string => {
  if (count === undefined) return '';
  return `${count.isEstimate ? '≈ ' : ''}${formatNumber(count.count)}`;
};
