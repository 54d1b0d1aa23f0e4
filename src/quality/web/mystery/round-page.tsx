import { Button } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { notifyProblem } from '../../../ui/notify.tsx';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead, useWrite } from '../client.ts';
import { RoundSheet } from './round-sheet.tsx';
import { TaskDialog } from './task-dialog.tsx';

/** One round: its figures so far, and its tasks. */
export const Component = () => {
  const t = useTexts('quality');
  const id = Number(useParams()['id']);
  const read = useRead('GET /api/quality-rounds/{id}', { id });
  const close = useWrite('POST /api/quality-rounds/{id}/close');
  const isManaging = useMay()('quality.manage');
  const [isAdding, setAdding] = useState(false);
  const round = read.data;
  const isClosed = round?.closedAt != null;
  return (
    <Page
      title={round?.name ?? t('mystery.round')}
      backTo="/quality/mystery"
      layout="padded"
      actions={
        round && isManaging ? (
          <>
            <Button
              variant="default"
              loading={close.isPending}
              onClick={() => close.mutate({ id, isClosed: !isClosed }, { onError: notifyProblem })}
            >
              {isClosed ? t('mystery.reopen') : t('mystery.close')}
            </Button>
            {isClosed ? null : (
              <CreateAction onClick={() => setAdding(true)}>{t('mystery.addTask')}</CreateAction>
            )}
          </>
        ) : undefined
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {round ? <RoundSheet round={round} /> : null}
      {isAdding ? <TaskDialog roundId={id} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
};
