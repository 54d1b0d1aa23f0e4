import { Select } from '@mantine/core';
import { FormRow } from '../../../ui/form/form.tsx';
import type { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type ReportFormat, rhythms } from '../../papers/kinds.ts';

const choice = (value: number, label: string) => ({ value: String(value), label });
const hours = Array.from({ length: 24 }, (_, hour) =>
  choice(hour, `${String(hour).padStart(2, '0')}:00`),
);
const monthDays = Array.from({ length: 28 }, (_, at) => choice(at + 1, String(at + 1)));

export type Values = {
  rhythm: (typeof rhythms)[number];
  day: string;
  hour: string;
  format: ReportFormat;
  staffIds: string[];
  isOn: boolean;
};
type Props = { form: ReturnType<typeof useForm<Values, unknown>> };

/** How often, on which day and at what hour. */
export const TimingFields = ({ form }: Props) => {
  const t = useTexts('reports');
  const { rhythm } = form.values;
  return (
    <FormRow>
      <Select
        {...form.value('rhythm')}
        label={t('schedules.rhythm')}
        allowDeselect={false}
        data={rhythms.map((value) => ({ value, label: t(`schedules.rhythms.${value}`) }))}
        onChange={(value) => {
          if (!value) return;
          form.set('rhythm', value);
          form.set('day', '1');
        }}
      />
      {rhythm === 'day' ? null : (
        <Select
          {...form.value('day')}
          label={t('schedules.day')}
          allowDeselect={false}
          data={
            rhythm === 'week'
              ? monthDays.slice(0, 7).map(({ value }) => ({
                  value,
                  label: t(`schedules.weekdays.${value}`),
                }))
              : monthDays
          }
          onChange={(value) => value && form.set('day', value)}
        />
      )}
      <Select
        {...form.value('hour')}
        label={t('schedules.hour')}
        allowDeselect={false}
        data={hours}
        onChange={(value) => value && form.set('hour', value)}
      />
    </FormRow>
  );
};
