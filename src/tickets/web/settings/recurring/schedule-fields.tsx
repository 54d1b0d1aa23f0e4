import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useCalendars } from '../../../../norms/web/index.tsx';
import { FormRow } from '../../../../ui/form/form.tsx';
import { DayInput } from '../../../../ui/form/inputs.tsx';
import { NumberField } from '../../../../ui/form/number-field.tsx';
import { useTexts } from '../../../../ui/texts.ts';
import { offDays, periods } from '../../../api/schedule-words.ts';
import type { RecurrenceForm } from './recurrence-values.ts';

type Props = { form: RecurrenceForm };

/** When a ticket is opened again. */
export const ScheduleFields = ({ form }: Props) => {
  const t = useTexts('tickets');
  const calendars = useCalendars();
  const { every, offDays: way } = form.values;
  return (
    <>
      <FormRow>
        <Select
          {...form.value('every')}
          label={t('recurring.period')}
          allowDeselect={false}
          data={periods.map((value) => ({ value, label: t(`recurring.periods.${value}`) }))}
          onChange={(next) => next && form.set('every', next)}
        />
        <NumberField {...form.value('interval')} label={t('recurring.interval')} />
      </FormRow>
      {every === 'week' ? (
        <MultiSelect
          {...form.value('weekdays')}
          label={t('recurring.onDays')}
          data={weekdays.map((value) => ({ value, label: t(`recurring.weekdays.${value}`) }))}
        />
      ) : null}
      <OfMonth form={form} />
      <FormRow>
        <TextInput
          {...form.text('time')}
          label={t('recurring.time')}
          className="tabular"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder="10:00"
        />
        <Select
          {...form.value('timeZone')}
          label={t('recurring.timeZone')}
          allowDeselect={false}
          searchable
          limit={mostZones}
          data={[...new Set([form.values.timeZone, ...zones])]}
          onChange={(next) => next && form.set('timeZone', next)}
        />
      </FormRow>
      <FormRow>
        <DayInput {...form.value('startsOn')} label={t('recurring.startsOn')} />
        <DayInput {...form.value('endsOn')} label={t('recurring.endsOn')} />
      </FormRow>
      <FormRow>
        <Select
          {...form.value('offDays')}
          label={t('recurring.onDayOff')}
          allowDeselect={false}
          data={offDays.map((value) => ({ value, label: t(`recurring.offDays.${value}`) }))}
          onChange={(next) => next && form.set('offDays', next)}
        />
        {way === 'keep' ? null : (
          <Select
            {...form.value('calendarId')}
            label={t('norms.calendar')}
            data={calendars.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </FormRow>
    </>
  );
};

const weekdays = Array.from({ length: 7 }, (_, at) => String(at));
const zones = Intl.supportedValuesOf('timeZone');
/** More are found by their letters. */
const mostZones = 50;
const months = Array.from({ length: 12 }, (_, at) => String(at + 1));

/** On which day of which month, where it comes by months or years. */
const OfMonth = ({ form }: Props) => {
  const t = useTexts('tickets');
  const { every } = form.values;
  if (every !== 'month' && every !== 'year') return null;
  return (
    <FormRow>
      <NumberField
        {...form.value('dayOfMonth')}
        label={t('recurring.dayOfMonth')}
        description={t('recurring.lastHint')}
      />
      {every === 'year' ? (
        <Select
          {...form.value('month')}
          label={t('recurring.month')}
          allowDeselect={false}
          data={months.map((value) => ({ value, label: t(`recurring.months.${value}`) }))}
          onChange={(next) => next && form.set('month', next)}
        />
      ) : null}
    </FormRow>
  );
};
