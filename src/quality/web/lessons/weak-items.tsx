import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatNo, formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead, type Weak } from '../client.ts';
import css from '../quality.module.css';
import { AssignDialog } from './assign-dialog.tsx';

/** What people in reach have done badly lately, and the lesson that is proposed for it. */
export const WeakItems = () => {
  const t = useTexts('quality');
  const read = useRead('GET /api/quality-weak-items');
  const [given, setGiven] = useState<Weak>();
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      <FigureTable<Weak>
        title={t('learning.weak')}
        empty={read.data ? t('learning.noWeak') : ''}
        rule={t('learning.weakRule')}
        rows={read.data?.weak ?? []}
        keyOf={({ staff, item }) => `${staff.id} ${item}`}
        columns={[
          { key: 'item', label: t('cards.item'), show: ({ title }) => title },
          { key: 'who', label: t('reviews.who'), isWords: true, show: ({ staff }) => staff.name },
          {
            key: 'share',
            label: t('learning.share'),
            isStrong: true,
            show: ({ share }) => formatPercent(share),
          },
          {
            key: 'answers',
            label: t('learning.answers'),
            show: ({ answers }) => formatNumber(answers),
          },
          { key: 'where', label: t('learning.where'), isWords: true, show: linksOf },
          {
            key: 'lesson',
            label: t('learning.lesson'),
            isWords: true,
            show: (weak) => lessonOf(weak, setGiven),
          },
        ]}
      />
      {given?.lesson ? (
        <AssignDialog
          lesson={given.lesson}
          staff={given.staff}
          onClose={() => setGiven(undefined)}
        />
      ) : null}
    </>
  );
};

const linksOf = ({ reviewIds }: Weak) => (
  <span className={css.line}>
    {reviewIds.slice(0, 3).map((id) => (
      <Link key={id} to={`/quality/reviews/${id}`}>
        {formatNo(id)}
      </Link>
    ))}
  </span>
);

type Give = (weak: Weak) => void;
const lessonOf = (weak: Weak, onGive: Give) => <Proposed weak={weak} onGive={onGive} />;

const Proposed = ({ weak, onGive }: { weak: Weak; onGive: Give }) => {
  const t = useTexts('quality');
  const may = useMay()('quality.review');
  const { lesson, assignmentId, isMine } = weak;
  if (!lesson) return <span className="dim">{t('learning.noLesson')}</span>;
  if (assignmentId !== null) {
    return <Link to={`/quality/learning/${assignmentId}`}>{lesson.name}</Link>;
  }
  return (
    <span className={css.line}>
      {lesson.name}
      {may || isMine ? (
        <Button size="compact-xs" variant="default" onClick={() => onGive(weak)}>
          {isMine ? t('learning.take') : t('learning.give')}
        </Button>
      ) : null}
    </span>
  );
};
