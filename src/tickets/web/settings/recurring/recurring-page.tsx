import { CalendarSync } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../../ui/live.ts';
import { CreateAction } from '../../../../ui/show/action.tsx';
import { PickList } from '../../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../../ui/show/state.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { useRead, type Recurrence } from '../../client.ts';
import { EditRecurrence } from './edit-recurrence.tsx';
import { RecurrenceRow } from './recurrence-row.tsx';

/** Tickets that are opened again and again by a calendar. */
export const Component = () => {
  const t = useTexts('tickets');
  const read = useRead('GET /api/ticket-recurrences');
  useLiveRefresh(
    ['tickets.recurrence_created', 'tickets.recurrence_changed'],
    ['/api/ticket-recurrences'],
  );
  const [open, setOpen] = useState<Recurrence | 'new' | null>(null);
  const recurrences = read.data?.recurrences ?? [];
  const create = (
    <CreateAction disabled={!read.data} onClick={() => setOpen('new')}>
      {t('recurring.create')}
    </CreateAction>
  );
  return (
    <SettingsPage title={t('recurring.title')} subtitle={t('recurring.subtitle')} actions={create}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && recurrences.length === 0 ? (
        <EmptyState
          icon={CalendarSync}
          title={t('recurring.empty')}
          text={t('recurring.emptyText')}
        />
      ) : null}
      {recurrences.length === 0 ? null : (
        <PickList>
          {recurrences.map((recurrence) => (
            <RecurrenceRow key={recurrence.id} recurrence={recurrence} onOpen={setOpen} />
          ))}
        </PickList>
      )}
      {open === null || !read.data ? null : (
        <EditRecurrence
          recurrence={open === 'new' ? null : open}
          begin={read.data}
          onClose={() => setOpen(null)}
        />
      )}
    </SettingsPage>
  );
};
