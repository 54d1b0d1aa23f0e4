import { formatMoney } from '../../../ui/format.ts';
import type { Translate } from '../../../ui/texts.ts';
import type { Guided } from './use-guided.ts';

type Way = Guided['paymentWays'][number];

/** How a connection is paid, with the sums. */
export const paymentWords = (
  t: Translate,
  { way, totalMinor, parts, partMinor }: Way,
  currency: string,
): string =>
  t(`guided.payments.${way}`, {
    sum: formatMoney(totalMinor, currency),
    part: formatMoney(partMinor, currency),
    count: parts,
  });

/** The same in short of every way: `4 500 ₽ или 1 125 ₽ + 9 × 375 ₽`. */
export const connectionWords = (t: Translate, ways: readonly Way[], currency: string): string =>
  ways
    .map((one) => {
      if (one.way === 'free') return t('guided.forNothing');
      return one.way === 'split' ? inParts(one, currency) : formatMoney(one.totalMinor, currency);
    })
    .join(t('guided.or'));

/** The tariff's own fee is in the first part, which is dearer by it than each further one. */
function inParts({ totalMinor, parts, partMinor }: Way, currency: string): string {
  const sum = (minor: number): string => formatMoney(minor, currency);
  const further = (totalMinor - partMinor) / (parts - 1);
  if (further === partMinor) return `${parts} × ${sum(partMinor)}`;
  return `${sum(partMinor)} + ${parts - 1} × ${sum(further)}`;
}
