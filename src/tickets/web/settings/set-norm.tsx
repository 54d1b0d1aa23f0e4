import { Modal, Select } from '@mantine/core';
import { useCalendars } from '../../../norms/web/index.tsx';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { clockKinds, type ClockKind } from '../../api/clocks.ts';
import { priorities, type Priority } from '../../api/states.ts';
import { useWrite } from '../client.ts';
import { useCategories } from '../use-categories.ts';

type Values = {
  kind: ClockKind;
  categoryId: string | null;
  priority: Priority | null;
  hours: number | undefined;
  calendarId: string | null;
};

const HOUR_SECONDS = 3600;
const start: Values = {
  kind: 'resolution',
  categoryId: null,
  priority: null,
  hours: 8,
  calendarId: null,
};

/** Promises something else of a category, a priority, or both. */
export const SetNorm = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('tickets');
  const categories = useCategories();
  const calendars = useCalendars();
  const set = useWrite('PUT /api/ticket-norms', ['/api/ticket-norms']);
  const form = useForm<Values, unknown>({
    initial: start,
    save: ({ kind, categoryId, priority, hours = 0, calendarId }) =>
      set.mutateAsync({
        kind,
        categoryId: categoryId === null ? null : Number(categoryId),
        priority,
        targetSeconds: Math.round(hours * HOUR_SECONDS),
        calendarId: Number(calendarId ?? calendars[0]?.id),
      }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('norms.create')} size={480}>
      <Form form={form} onCancel={onClose}>
        <Select
          {...form.value('kind')}
          label={t('norms.kind')}
          allowDeselect={false}
          data={clockKinds.map((kind) => ({ value: kind, label: t(`norms.kinds.${kind}`) }))}
          onChange={(kind) => kind && form.set('kind', kind)}
        />
        <FormRow>
          <Select
            {...form.value('categoryId')}
            label={t('fields.categoryId')}
            placeholder={t('norms.anyCategory')}
            clearable
            searchable
            data={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <Select
            {...form.value('priority')}
            label={t('fields.priority')}
            placeholder={t('norms.anyPriority')}
            clearable
            data={priorities.map((value) => ({ value, label: t(`choices.priority.${value}`) }))}
          />
        </FormRow>
        <FormRow>
          <NumberField {...form.value('hours')} label={t('norms.hours')} />
          <Select
            {...form.value('calendarId')}
            label={t('norms.calendar')}
            placeholder={calendars[0]?.name ?? ''}
            clearable
            data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        </FormRow>
      </Form>
    </Modal>
  );
};
