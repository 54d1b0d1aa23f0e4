import { Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { LineNotes } from '../quotes/line-notes.tsx';
import { paymentWords } from './payment-words.ts';
import { TariffLine } from './tariff-box.tsx';
import type { Guided } from './use-guided.ts';

/**
 * What is agreed on, to be said again: each service, the sums. The first is the tariff, whose own
 * fee is told with its connection.
 */
export const Agreed = ({ sale }: { sale: Guided }) => {
  const t = useTexts('sales');
  const { agreed, currency, paymentWays, payment } = sale;
  const tariff = sale.taken ?? sale.recommended;
  if (!tariff) return null;
  if (!agreed) return <TariffLine tariff={tariff} currency={currency} />;
  const way = paymentWays.find((one) => one.way === payment);
  return (
    <Facts
      facts={[
        ...agreed.lines.map((line, at) => ({
          label: line.name,
          value: (
            <>
              {line.monthlyMinor > 0 ? (
                <div>
                  <Money amountMinor={line.monthlyMinor} currency={currency} />
                  {t('quote.monthly')}
                </div>
              ) : null}
              {line.onceMinor > 0 && at > 0 ? (
                <div>
                  <Money amountMinor={line.onceMinor} currency={currency} />
                  {t('quote.once')}
                </div>
              ) : null}
              <LineNotes line={line} currency={currency} />
            </>
          ),
        })),
        { label: t('guided.firstPayment'), value: way ? paymentWords(t, way, currency) : null },
        {
          label: t('guided.inAll'),
          value: (
            <b>
              <Money amountMinor={agreed.monthlyMinor} currency={currency} />
            </b>
          ),
        },
        {
          label: t('guided.inAllOnce'),
          value:
            agreed.onceMinor > 0 ? (
              <Money amountMinor={agreed.onceMinor} currency={currency} />
            ) : null,
        },
      ]}
    />
  );
};
