import { Button } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import { SlotDialog } from './slot-dialog.tsx';
import { hoursText } from '../../../ui/clock-text.ts';
import css from './visits.module.css';

const paths = ['/api/visit-slots'];

/** When somebody can come to connect, by district and weekday. */
export const Component = () => {
  const t = useTexts('sales');
  const read = useRead('GET /api/visit-slots');
  useLiveRefresh(['sales.visit_slot_added', 'sales.visit_slot_removed'], paths);
  const remove = useWrite('DELETE /api/visit-slots/{id}', paths);
  const [isAdding, setAdding] = useState(false);
  const slots = read.data?.slots ?? [];
  return (
    <SettingsPage
      title={t('slots.title')}
      subtitle={t('slots.subtitle')}
      actions={<CreateAction onClick={() => setAdding(true)}>{t('slots.add')}</CreateAction>}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && slots.length === 0 ? (
        <EmptyState icon={CalendarClock} title={t('slots.empty')} text={t('slots.emptyText')} />
      ) : null}
      {slots.length > 0 ? (
        <ul className={css.list}>
          {slots.map((slot) => (
            <li key={slot.id} className={css.row}>
              <span className={css.wide}>{slot.district || t('slots.everywhere')}</span>
              <span>{t(`slots.weekdays.${slot.weekday}`)}</span>
              <span className="tabular">{hoursText(slot)}</span>
              <span className="dim">{t('slots.seatsOf', { count: slot.seats })}</span>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                onClick={() => remove.mutate({ id: slot.id })}
              >
                {t('slots.remove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isAdding ? <SlotDialog onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  );
};
