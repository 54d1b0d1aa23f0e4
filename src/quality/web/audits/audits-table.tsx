import { Link } from 'react-router';
import { formatInstant, formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Audits, usePages } from '../client.ts';

type One = Audits[number];

/** Audits, the newest first, each with the score before it and how far its plan is done. */
export const AuditsTable = () => {
  const t = useTexts('quality');
  const read = usePages('GET /api/quality-audits', {});
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      <FigureTable<One>
        title={t('audits.title')}
        empty={read.data ? t('audits.empty') : ''}
        rows={read.data?.pages.flatMap(({ audits }) => audits) ?? []}
        keyOf={({ id }) => String(id)}
        columns={[
          { key: 'subject', label: t('audits.subject'), show: linkOf },
          {
            key: 'checklist',
            label: t('audits.checklist'),
            isWords: true,
            show: ({ checklist }) => checklist,
          },
          {
            key: 'when',
            label: t('reviews.finished'),
            isWords: true,
            show: ({ startedAt, finishedAt, ledBy }) =>
              `${formatInstant(finishedAt ?? startedAt)} · ${ledBy.name}`,
          },
          {
            key: 'steps',
            label: t('audits.stepsDone'),
            show: ({ steps, stepsDone }) =>
              steps === 0 ? null : t('audits.doneOf', { stepsDone, steps }),
          },
          {
            key: 'before',
            label: t('audits.before'),
            show: ({ scoreBefore }) =>
              scoreBefore === null ? null : formatPercent(scoreBefore / 100),
          },
          { key: 'score', label: t('audits.score'), isStrong: true, show: scoreOf },
        ]}
      />
      <MoreButton pages={read} variant="default">
        {t('reviews.more')}
      </MoreButton>
    </>
  );
};

const linkOf = ({ id, subject }: One) => <Link to={`/quality/audits/${id}`}>{subject}</Link>;
const scoreOf = (one: One) => <Score one={one} />;

const Score = ({ one: { score } }: { one: One }) => {
  const t = useTexts('quality');
  return score === null ? (
    <Badge tone="blue">{t('audits.open')}</Badge>
  ) : (
    formatPercent(score / 100)
  );
};
