import { formatNumber } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Points } from '../client.ts';

type Limit = Points['limits'][number];

/** What each rule has given in its month or year, and what it gives at most. */
export const LimitRows = ({ limits }: { limits: readonly Limit[] }) => {
  const t = useTexts('loyalty');
  if (limits.length === 0) return null;
  return (
    <FigureTable<Limit>
      title={t('card.limits')}
      empty=""
      rows={limits}
      keyOf={({ id }) => String(id)}
      columns={[
        { key: 'name', label: t('card.columns.what'), show: ({ name }) => name },
        {
          key: 'period',
          label: t('card.columns.period'),
          show: ({ period }) => t(`rules.periods.${period}`),
        },
        {
          key: 'given',
          label: t('card.columns.points'),
          isStrong: true,
          show: ({ given }) => formatNumber(given),
        },
        {
          key: 'most',
          label: t('card.columns.most'),
          show: ({ most }) => (most === null ? '—' : formatNumber(most)),
        },
      ]}
    />
  );
};
