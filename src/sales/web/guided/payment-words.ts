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
