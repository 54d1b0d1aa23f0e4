import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInstant, formatNumber, formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Listed, usePages } from '../client.ts';
import { useContactColumns } from './contact-columns.tsx';

/** Judged contacts that the viewer may see: their own, their team's, or all. */
export const DoneReviews = () => {
  const t = useTexts('quality');
  const [isDisputed, setDisputed] = useState(false);
  const read = usePages('GET /api/quality-reviews', isDisputed ? { isDisputed: 'true' } : {}, {
    isKept: true,
  });
  const columns = useContactColumns();
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      <FigureTable<Listed>
        title={t('reviews.done')}
        empty={read.data ? t('reviews.noDone') : ''}
        rows={read.data?.pages.flatMap(({ reviews }) => reviews) ?? []}
        keyOf={({ id }) => String(id)}
        actions={
          <Checkbox
            label={t('reviews.disputed')}
            checked={isDisputed}
            onChange={(event) => setDisputed(event.target.checked)}
          />
        }
        columns={[
          ...columns,
          {
            key: 'finished',
            label: t('reviews.finished'),
            isWords: true,
            show: ({ finishedAt }) => formatInstant(finishedAt),
          },
          {
            key: 'disputes',
            label: t('reviews.disputes'),
            isWords: true,
            show: (review) => disputesOf(review),
          },
          {
            key: 'score',
            label: t('reviews.score'),
            isStrong: true,
            show: (review) => scoreOf(review),
          },
        ]}
      />
      <MoreButton pages={read} variant="default">
        {t('reviews.more')}
      </MoreButton>
    </>
  );
};

const disputesOf = (review: Listed) => <Disputes review={review} />;
const scoreOf = (review: Listed) => <Score review={review} />;

const Disputes = ({ review: { disputes, openDisputes } }: { review: Listed }) => {
  const t = useTexts('quality');
  if (openDisputes === 0) return disputes === 0 ? '—' : formatNumber(disputes);
  return <Badge tone="amber">{t('reviews.open', { count: openDisputes })}</Badge>;
};

const Score = ({ review: { id, score, isZeroed } }: { review: Listed }) => {
  const t = useTexts('quality');
  return (
    <>
      {isZeroed ? <Badge tone="red">{t('reviews.zeroed')}</Badge> : null}{' '}
      <Link to={`/quality/reviews/${id}`}>{formatPercent((score ?? 0) / 100)}</Link>
    </>
  );
};
