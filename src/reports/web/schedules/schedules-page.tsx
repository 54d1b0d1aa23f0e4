import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import figures from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { OneSchedule } from './one-schedule.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';

/** Which reports leave by e-mail, when and to whom, and what became of the last ones. */
export const Component = () => {
  const t = useTexts('reports');
  const read = useRead('GET /api/report-schedules');
  const [open, setOpen] = useState<number | null>(null);
  const { data, error } = read;
  const opened = data?.schedules.find(({ id }) => id === open);
  return (
    <Page title={t('schedules.title')} backTo="/reports" layout="padded">
      <div className={figures.page}>
        {error && !data ? <ErrorState failure={error} onRetry={() => void read.refetch()} /> : null}
        {data || error ? null : <SkeletonLine widthPx={320} />}
        {data?.schedules.length === 0 ? (
          <EmptyState
            icon={CalendarClock}
            title={t('schedules.none')}
            text={t('schedules.noneText')}
          />
        ) : null}
        {data?.schedules.map((one) => (
          <OneSchedule key={one.id} schedule={one} onOpen={() => setOpen(one.id)} />
        ))}
      </div>
      {opened ? (
        <ScheduleDialog ask={opened.ask} schedule={opened} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  );
};
