import { useParams } from 'react-router';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useViewer } from '../../../ui/viewer.tsx';
import { useRead } from '../client.ts';
import { CalendarForm } from './calendar-form.tsx';
import { newDraft } from './draft.ts';

/** One calendar: its week, its holidays, and the days that are unlike the rest. */
export const Component = () => {
  const t = useTexts('norms');
  const { id } = useParams();
  const { timeZone = 'Europe/Moscow' } = useViewer();
  const { data, error, refetch } = useRead('GET /api/norms');
  const isNew = id === 'new';
  const calendar = data?.calendars.find((one) => String(one.id) === id);
  const title = isNew ? t('addCalendar') : (calendar?.name ?? t('calendar'));
  return (
    <SettingsPage title={title} subtitle={t('calendarSubtitle')}>
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data && !isNew && !calendar ? <EmptyState title={t('errors.calendar_not_found')} /> : null}
      {data && (isNew || calendar) ? (
        <CalendarForm
          key={id}
          id={calendar?.id ?? null}
          isUsed={calendar?.isUsed ?? false}
          initial={calendar ?? newDraft(timeZone)}
          holidayYears={data.holidayYears}
          unknownYears={data.unknownYears}
        />
      ) : null}
    </SettingsPage>
  );
};
