import { Link } from 'react-router';
import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Calibrations, usePages } from '../client.ts';

type One = Calibrations[number];

/** Calibrations, the newest first, with how many have finished their part. */
export const CalibrationsTable = () => {
  const t = useTexts('quality');
  const read = usePages('GET /api/quality-calibrations', {});
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      <FigureTable<One>
        title={t('calibrations.title')}
        empty={read.data ? t('calibrations.empty') : ''}
        rows={read.data?.pages.flatMap(({ calibrations }) => calibrations) ?? []}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'name', label: t('calibrations.name'), show: (one) => nameOf(one) },
          { key: 'card', label: t('calibrations.card'), isWords: true, show: ({ card }) => card },
          {
            key: 'opened',
            label: t('calibrations.opened'),
            isWords: true,
            show: ({ openedAt, ledBy }) => `${formatInstant(openedAt)} · ${ledBy.name}`,
          },
          {
            key: 'contacts',
            label: t('calibrations.contacts'),
            show: ({ contacts }) => formatNumber(contacts),
          },
          {
            key: 'done',
            label: t('calibrations.done'),
            show: ({ done, people }) => t('calibrations.of', { done, people }),
          },
          { key: 'state', label: t('state'), show: (one) => stateOf(one) },
        ]}
      />
      <MoreButton pages={read} variant="default">
        {t('reviews.more')}
      </MoreButton>
    </>
  );
};

const nameOf = ({ id, name }: One) => <Link to={`/quality/calibrations/${id}`}>{name}</Link>;
const stateOf = (one: One) => <State one={one} />;

const State = ({ one: { isWaiting, closedAt } }: { one: One }) => {
  const t = useTexts('quality');
  if (isWaiting) return <Badge tone="amber">{t('calibrations.waitsForMe')}</Badge>;
  if (closedAt === null) return <Badge tone="blue">{t('calibrations.open')}</Badge>;
  return <Badge>{t('calibrations.closed')}</Badge>;
};
