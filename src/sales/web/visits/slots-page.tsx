import { Button, Modal, Select, TextInput } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, useWrite } from '../client.ts';
import { hoursText, minuteOf } from './slot-words.ts';
import css from './visits.module.css';

const paths = ['/api/visit-slots'];
const weekdays = [1, 2, 3, 4, 5, 6, 7];

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

const SlotDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('sales');
  const add = useWrite('POST /api/visit-slots', paths);
  const form = useForm({
    initial: { district: '', weekday: '1', fromMinute: '09:00', toMinute: '12:00', seats: 1 },
    save: ({ district, weekday, fromMinute, toMinute, seats }) =>
      add.mutateAsync({
        district,
        weekday: Number(weekday),
        fromMinute: minuteOf(fromMinute) ?? 0,
        toMinute: minuteOf(toMinute) ?? 0,
        seats,
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('slots.add')} size={440}>
      <Form form={form} onCancel={onClose}>
        <TextInput
          {...form.text('district')}
          label={t('slots.district')}
          description={t('slots.districtHint')}
          data-autofocus
        />
        <Select
          label={t('slots.weekday')}
          value={form.values.weekday}
          onChange={(value) => form.set('weekday', value ?? '1')}
          allowDeselect={false}
          data={weekdays.map((day) => ({ value: String(day), label: t(`slots.weekdays.${day}`) }))}
        />
        <FormRow>
          <TextInput {...form.text('fromMinute')} label={t('slots.from')} type="time" />
          <TextInput {...form.text('toMinute')} label={t('slots.to')} type="time" />
          <NumberField
            {...form.value('seats')}
            label={t('slots.seats')}
            onChange={(value) => form.set('seats', value ?? 1)}
          />
        </FormRow>
      </Form>
    </Modal>
  );
};
