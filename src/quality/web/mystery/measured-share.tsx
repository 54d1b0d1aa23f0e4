import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Rounds } from '../client.ts';

type Measured = Rounds['rounds'][number]['measures'][number];

/** A share with the bounds that so few contacts leave; a dash where there were none. */
export const MeasuredShare = ({ one: { hits, contacts, low, high } }: { one: Measured }) => {
  const t = useTexts('quality');
  if (contacts === 0) return '—';
  return (
    <span title={t('mystery.of', { hits, contacts })}>
      {formatPercent(hits / contacts)}{' '}
      <span className="dim">
        {t('mystery.within', { low: formatNumber(100 * low), high: formatPercent(high) })}
      </span>
    </span>
  );
};
