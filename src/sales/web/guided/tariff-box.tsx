import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Tariff } from './use-guided.ts';
import css from './guided.module.css';

const KBPS = 1000;

/** A tariff in two lines: what it is, and what it costs. */
export const TariffLine = ({ tariff, currency }: { tariff: Tariff; currency: string }) => {
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
    </span>
  );
};
