import { formatMoney } from '../../../ui/format.ts';
import { Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { costOf } from './further-cost.ts';
import { paymentWords } from './payment-words.ts';
import { TariffLine } from './tariff-box.tsx';
import type { Guided } from './use-guided.ts';

/** What is agreed on, to be said again: the tariff, what else is wanted, the sums. */
export const Agreed = ({ sale }: { sale: Guided }) => {
  const t = useTexts('sales');
  const { currency, furthers, paymentWays, payment } = sale;
  const tariff = sale.taken ?? sale.recommended;
  if (!tariff) return null;
  const wanted = furthers.filter(({ answer }) => answer === 'interested');
  const inAll = wanted.reduce((sum, { addedMinor }) => sum + addedMinor, tariff.feeMinor);
  const way = paymentWays.find((one) => one.way === payment);
  return (
    <>
      <TariffLine tariff={tariff} currency={currency} />
      <Facts
        facts={[
          ...wanted.map((one) => ({
            label: one.name,
            value: costOf({ ...one, isNeeded: false }, currency, t),
          })),
          { label: t('guided.firstPayment'), value: way ? paymentWords(t, way, currency) : null },
          { label: t('guided.inAll'), value: <b>{formatMoney(inAll, currency)}</b> },
        ]}
      />
    </>
  );
};
