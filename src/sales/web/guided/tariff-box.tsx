import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { connectionWords } from './payment-words.ts';
import type { Guided, Tariff } from './use-guided.ts';
import css from './guided.module.css';

const KBPS = 1000;

type Props = {
  tariff: Tariff;
  currency: string;
  /** How its connection is paid; none where that is not known, or told elsewhere. */
  ways?: Guided['paymentWays'];
};

/** A tariff in short: what it is, what it costs a month, and what its connection does. */
export const TariffLine = ({ tariff, currency, ways = [] }: Props) => {
  const t = useTexts('sales');
  const { name, speedKbps, feeMinor, tv, also, bundle } = tariff;
  const names = [name, ...(tv ? [tv.name] : []), ...also.map((one) => one.name)];
  return (
    <span className={css.tariff}>
      <strong>{names.join(' + ')}</strong>
      <span className="dim">
        {speedKbps === null
          ? ''
          : `${t('guided.speed', { speed: formatNumber(speedKbps / KBPS) })} · `}
        <Money amountMinor={feeMinor} currency={currency} /> {t('pitch.aMonth')}
        {bundle
          ? ` · ${t('guided.inBundle', {
              name: bundle.name,
              sum: formatMoney(bundle.apartMinor, currency),
            })}`
          : ''}
      </span>
      {ways.length > 0 ? (
        <span className="dim">
          {t('guided.connection', { ways: connectionWords(t, ways, currency) })}
        </span>
      ) : null}
    </span>
  );
};
