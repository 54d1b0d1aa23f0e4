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

/** The same in short of every way: `4 500 ₽ или 12 × 375 ₽`. */
export const connectionWords = (t: Translate, ways: readonly Way[], currency: string): string =>
  ways
    .map(({ way, totalMinor, parts }) =>
      way === 'split'
        ? `${parts} × ${formatMoney(Math.floor(totalMinor / parts), currency)}`
        : way === 'free'
          ? t('guided.forNothing')
          : formatMoney(totalMinor, currency),
    )
    .join(t('guided.or'));
