import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatDay, formatInstant, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { type Assigned, learningPaths, usePages, useWrite } from '../client.ts';
import { AssignmentState } from './assignment-state.tsx';

/** Lessons that people in reach were given, those not passed yet unless all are asked for. */
export const GivenLessons = () => {
  const t = useTexts('quality');
  const [isWhole, setWhole] = useState(false);
  const read = usePages('GET /api/quality-assignments', isWhole ? {} : { isOpen: 'true' }, {
    isKept: true,
  });
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      <FigureTable<Assigned>
        title={t('learning.given')}
        empty={read.data ? t('learning.noGiven') : ''}
        rows={read.data?.pages.flatMap(({ assignments }) => assignments) ?? []}
        keyOf={({ id }) => String(id)}
        actions={
          <Checkbox
            label={t('learning.whole')}
            checked={isWhole}
            onChange={(event) => setWhole(event.target.checked)}
          />
        }
        columns={[
          { key: 'lesson', label: t('learning.lesson'), show: linkOf },
          {
            key: 'who',
            label: t('reviews.who'),
            isWords: true,
            show: ({ staff }) => staff.name,
          },
          {
            key: 'given',
            label: t('learning.givenBy'),
            isWords: true,
            show: ({ assignedAt, assignedBy }) => `${formatInstant(assignedAt)} · ${assignedBy}`,
          },
          {
            key: 'due',
            label: t('learning.dueOn'),
            isWords: true,
            show: ({ dueOn }) => (dueOn === null ? null : formatDay(dueOn)),
          },
          {
            key: 'tries',
            label: t('learning.tries'),
            show: ({ attempts }) => formatNumber(attempts),
          },
          { key: 'state', label: t('state'), isWords: true, show: stateOf },
          { key: 'deeds', label: t('deeds'), show: deedsOf },
        ]}
      />
      <MoreButton pages={read} variant="default">
        {t('reviews.more')}
      </MoreButton>
    </>
  );
};

const linkOf = ({ id, lesson }: Assigned) => (
  <Link to={`/quality/learning/${id}`}>{lesson.name}</Link>
);
const stateOf = (given: Assigned) => <AssignmentState given={given} />;
const deedsOf = (given: Assigned) => <TakeBack given={given} />;

const TakeBack = ({ given: { id, passedAt, cancelledAt } }: { given: Assigned }) => {
  const t = useTexts('quality');
  const may = useMay()('quality.review');
  const cancel = useWrite('POST /api/quality-assignments/{id}/cancel', learningPaths);
  if (!may || passedAt !== null || cancelledAt !== null) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={cancel.isPending}
      onClick={() => cancel.mutate({ id }, { onError: notifyProblem })}
    >
      {t('learning.takeBack')}
    </Button>
  );
};
