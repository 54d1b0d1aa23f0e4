import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Draw, reviewPaths, usePages, useWrite } from '../client.ts';
import css from '../quality.module.css';
import { useContactColumns } from './contact-columns.tsx';
import { SkipDialog } from './skip-dialog.tsx';

/** Drawn contacts that wait; one is judged, or left out with the reason. */
export const WaitingDraws = () => {
  const t = useTexts('quality');
  const read = usePages('GET /api/quality-draws', {});
  const [skipped, setSkipped] = useState<Draw>();
  const columns = useContactColumns();
  if (read.error) {
    return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <>
      <FigureTable<Draw>
        title={t('reviews.waiting')}
        empty={read.data ? t('reviews.noWaiting') : ''}
        rows={read.data?.pages.flatMap(({ draws }) => draws) ?? []}
        keyOf={({ id }) => String(id)}
        columns={[
          ...columns,
          {
            key: 'reviewer',
            label: t('reviews.reviewer'),
            isWords: true,
            show: ({ review }) => review?.reviewer.name,
          },
          {
            key: 'deeds',
            label: t('deeds'),
            show: (draw) => deedsOf(draw, setSkipped),
          },
        ]}
      />
      <MoreButton pages={read} variant="default">
        {t('reviews.more')}
      </MoreButton>
      {skipped ? <SkipDialog draw={skipped} onClose={() => setSkipped(undefined)} /> : null}
    </>
  );
};

type Skip = (draw: Draw) => void;
const deedsOf = (draw: Draw, onSkip: Skip) => <Deeds draw={draw} onSkip={onSkip} />;

const Deeds = ({ draw, onSkip }: { draw: Draw; onSkip: Skip }) => {
  const t = useTexts('quality');
  const go = useNavigate();
  const begin = useWrite('POST /api/quality-draws/{id}/review', reviewPaths);
  const open = (): void =>
    begin.mutate(
      { id: draw.id },
      {
        onSuccess: ({ id }) => void go(`/quality/reviews/${id}`),
        onError: notifyProblem,
      },
    );
  return (
    <div className={css.deeds}>
      <Button size="xs" variant="subtle" onClick={() => onSkip(draw)}>
        {t('reviews.skip')}
      </Button>
      <Button size="xs" loading={begin.isPending} onClick={open}>
        {draw.review ? t('reviews.goOn') : t('reviews.begin')}
      </Button>
    </div>
  );
};
