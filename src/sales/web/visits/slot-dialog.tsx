import { Modal, Select, TextInput } from '@mantine/core';
import { Form, FormRow } from '../../../ui/form/form.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { minuteOf } from '../../../ui/clock-text.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';

const paths = ['/api/visit-slots'];
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Hours that somebody can come in. */
export const SlotDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useTexts('sales');
  const add = useWrite('POST /api/visit-slots', paths);
  const form = useForm({
    initial: { district: '', weekday: '1', fromMinute: '09:00', toMinute: '12:00', seats: 1 },
    save: ({ district, weekday, fromMinute, toMinute, seats }) =>
      add.mutateAsync({
        district,
        weekday: Number(weekday),
        fromMinute: minuteOf(fromMinute),
        toMinute: minuteOf(toMinute),
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
          <TextInput {...form.text('fromMinute')} label={t('slots.from')} placeholder="09:00" />
          <TextInput {...form.text('toMinute')} label={t('slots.to')} placeholder="12:00" />
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
