import { Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow, FormSection } from '../../../../ui/form/form.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { useTexts } from '../../../../ui/texts.ts';
import { catchUps } from '../../../api/schedule-words.ts';
import { useWrite, type Recurrence } from '../../client.ts';
import { NextDates } from './next-dates.tsx';
import { bodyOf, type RecurrenceValues, valuesOf } from './recurrence-values.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import { TemplateFields } from './template-fields.tsx';

type Props = {
  recurrence: Recurrence | null;
  begin: { timeZone: string; today: string };
  onClose: () => void;
};

/** A recurring ticket, new or to be changed, with its next dates. */
export const EditRecurrence = ({ recurrence, begin, onClose }: Props) => {
  const t = useTexts('tickets');
  const create = useWrite('POST /api/ticket-recurrences');
  const change = useWrite('PUT /api/ticket-recurrences/{id}');
  const form = useForm<RecurrenceValues, unknown>({
    initial: valuesOf(recurrence, begin),
    save: (values) => {
      const body = bodyOf(recurrence, values);
      if (!recurrence) return create.mutateAsync(body);
      const { id, version } = recurrence;
      const { isPaused, isArchived } = values;
      return change.mutateAsync({ id, version, isPaused, isArchived, ...body });
    },
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={recurrence?.name ?? t('recurring.create')} size={620}>
      <Form form={form} onCancel={onClose}>
        <TextInput {...form.text('name')} label={t('categories.name')} data-autofocus />
        <FormSection title={t('rules.whenTitle')}>
          <ScheduleFields form={form} />
          <NextDates values={form.values} />
          <Select
            {...form.value('catchUp')}
            label={t('recurring.missed')}
            allowDeselect={false}
            data={catchUps.map((value) => ({ value, label: t(`recurring.catchUps.${value}`) }))}
            onChange={(next) => next && form.set('catchUp', next)}
          />
        </FormSection>
        <FormSection title={t('recurring.ticket')}>
          <TemplateFields form={form} />
        </FormSection>
        {recurrence ? (
          <FormRow>
            <Checkbox {...form.tick('isPaused')} label={t('recurring.pause')} />
            <Checkbox {...form.tick('isArchived')} label={t('macros.archived')} />
          </FormRow>
        ) : null}
      </Form>
    </Modal>
  );
};
