import { Button } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from './cash.module.css';
import { EndShift } from './end-shift.tsx';
import { Operations } from './operations.tsx';
import { PrintAction } from './print-action.tsx';
import { Report } from './report.tsx';

/** One shift: its report to print, and what moved in it. */
export const Component = () => {
  const t = useTexts('billing');
  const id = Number(useParams()['id']);
  const { data: shift, error } = useRead('GET /api/cash/shifts/{id}', { id }, { staleMs: 0 });
  const [isEnding, setEnding] = useState(false);
  const isOpen = shift?.endedAt === null;
  return (
    <Page
      title={t(isOpen ? 'cash.report.x' : 'cash.report.z')}
      {...(shift ? { subtitle: `${shift.desk.name} · ${shift.cashier}` } : {})}
      backTo={isOpen && shift?.isMine ? '/cash' : '/cash/shifts'}
      layout="padded"
      actions={
        <>
          {isOpen ? (
            <Button variant="subtle" color="gray" onClick={() => setEnding(true)}>
              {t('cash.end')}
            </Button>
          ) : null}
          <PrintAction isReady={shift !== undefined} />
        </>
      }
    >
      {error ? <ErrorState failure={error} /> : null}
      {shift ? (
        <div className={css.page}>
          <Report shift={shift} />
          <Operations shiftId={id} />
        </div>
      ) : null}
      {shift && isEnding ? <EndShift shift={shift} onClose={() => setEnding(false)} /> : null}
    </Page>
  );
};
