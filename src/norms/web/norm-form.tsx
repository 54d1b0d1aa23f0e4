import { Select } from '@mantine/core';
import { DurationField } from '../../ui/form/duration-field.tsx';
import { Form, FormRow } from '../../ui/form/form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { notifyDone } from '../../ui/notify.tsx';
import { useTexts } from '../../ui/texts.ts';
import { normPaths, useWrite, type Calendar, type Norm } from './client.ts';

type Values = { targetSeconds: number | undefined; calendarId: string };

/** One promise: so many working seconds, on this calendar. */
export const NormForm = ({ norm, calendars }: { norm: Norm; calendars: readonly Calendar[] }) => {
  const t = useTexts('norms');
  const save = useWrite('PUT /api/norms/{id}', normPaths);
  const form = useForm<Values, unknown>({
    initial: { targetSeconds: norm.targetSeconds, calendarId: String(norm.calendarId) },
    save: ({ targetSeconds = 0, calendarId }) =>
      save.mutateAsync({ id: norm.id, targetSeconds, calendarId: Number(calendarId) }),
    onSaved: () => notifyDone(t('saved')),
  });
  const calendarId = form.value('calendarId');
  return (
    <Form form={form}>
      <FormRow>
        <DurationField
          {...form.value('targetSeconds')}
          onChange={(seconds) => form.set('targetSeconds', seconds)}
          label={t('target')}
        />
        <Select
          {...calendarId}
          onChange={(value) => {
            if (value !== null) calendarId.onChange(value);
          }}
          label={t('calendar')}
          allowDeselect={false}
          data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </FormRow>
    </Form>
  );
};
