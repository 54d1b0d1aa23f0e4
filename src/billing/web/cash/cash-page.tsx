import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import { DeskWork } from './desk-work.tsx';
import { OpenShift } from './open-shift.tsx';
import { useShiftNews } from './use-shift-news.ts';

/** The cashier's screen: a shift to open, or the window with the queue before it. */
export const Component = () => {
  const t = useTexts('billing');
  const may = useMay();
  const { data, error, refetch } = useRead('GET /api/cash');
  useShiftNews();
  const shift = data?.shift ?? null;
  return (
    <Page
      title={shift === null ? t('cash.title') : shift.desk.name}
      {...(shift === null
        ? {}
        : {
            subtitle: [t('cash.shift', { number: shift.number }), shift.desk.place]
              .filter(Boolean)
              .join(' · '),
          })}
      layout={shift === null ? 'padded' : 'full'}
      actions={
        may('billing.cash_shifts') ? (
          <Button
            variant="subtle"
            color="gray"
            renderRoot={(root) => <Link {...root} to="/cash/shifts" />}
          >
            {t('shifts.title')}
          </Button>
        ) : null
      }
    >
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data && shift === null ? <OpenShift desks={data.desks} /> : null}
      {shift === null ? null : <DeskWork shift={shift} />}
    </Page>
  );
};
