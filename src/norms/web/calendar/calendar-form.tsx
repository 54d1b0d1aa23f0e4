import { Button, Checkbox, TextInput } from '@mantine/core';
import { useNavigate } from 'react-router';
import { Form, FormRow, FormSection } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { call, normPaths, useWrite, type CalendarDraft, type Norms } from '../client.ts';
import css from '../norms.module.css';
import { ExceptionList } from './exception-list.tsx';
import { officeWeek } from './draft.ts';
import { WeekEditor } from './week-editor.tsx';

type Props = {
  /** Null while it is being made. */
  id: number | null;
  isUsed: boolean;
  initial: CalendarDraft;
  holidayYears: Norms['holidayYears'];
  unknownYears: Norms['unknownYears'];
};

const useCalendarForm = ({ id, initial }: Props) => {
  const t = useTexts('norms');
  const navigate = useNavigate();
  const create = useWrite('POST /api/calendars', normPaths);
  const change = useWrite('PUT /api/calendars/{id}', normPaths);
  const { name, zone, hours, holidays, exceptions } = initial;
  return useForm<CalendarDraft, unknown>({
    initial: { name, zone, hours, holidays, exceptions },
    save: (values) =>
      id === null ? create.mutateAsync(values) : change.mutateAsync({ id, ...values }),
    onSaved: () => {
      notifyDone(t('saved'));
      void navigate('/settings/norms');
    },
  });
};

const Holidays = (props: {
  isOn: boolean;
  years: Norms['holidayYears'];
  unknown: Norms['unknownYears'];
  onChange: (isOn: boolean) => void;
}) => {
  const t = useTexts('norms');
  const known = props.years.map(({ year }) => year).join(', ');
  return (
    <>
      <Checkbox
        label={t('holidays')}
        description={t('holidaysKnown', { years: known })}
        checked={props.isOn}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.isOn
        ? props.unknown.map((year) => (
            <p key={year} className={css.warning}>
              {t('transfersUnknown', { year })}
            </p>
          ))
        : null}
    </>
  );
};

const Remove = ({ id }: { id: number }) => {
  const t = useTexts('norms');
  const navigate = useNavigate();
  const remove = (): void => {
    call('DELETE /api/calendars/{id}', { id })
      .then(() => navigate('/settings/norms'))
      .catch(notifyProblem);
  };
  return (
    <Button variant="subtle" color="red" onClick={remove}>
      {t('removeCalendar')}
    </Button>
  );
};

export const CalendarForm = (props: Props) => {
  const t = useTexts('norms');
  const form = useCalendarForm(props);
  const { hours, holidays, exceptions } = form.values;
  const isAlways = hours === 'always';
  return (
    <Form form={form} aside={props.id !== null && !props.isUsed ? <Remove id={props.id} /> : null}>
      <FormRow>
        <TextInput {...form.text('name')} label={t('name')} required />
        <TextInput {...form.text('zone')} label={t('zone')} required />
      </FormRow>
      <FormSection title={t('week')}>
        <Segmented
          label={t('week')}
          value={isAlways ? 'always' : 'week'}
          options={[
            { value: 'always', label: t('always') },
            { value: 'week', label: t('byDays') },
          ]}
          onChange={(next) => form.set('hours', next === 'always' ? 'always' : officeWeek())}
        />
        {isAlways ? null : <WeekEditor week={hours} onChange={(week) => form.set('hours', week)} />}
        <Holidays
          isOn={holidays === 'RU'}
          years={props.holidayYears}
          unknown={props.unknownYears}
          onChange={(isOn) => form.set('holidays', isOn ? 'RU' : null)}
        />
      </FormSection>
      <FormSection title={t('exceptions')}>
        <ExceptionList exceptions={exceptions} onChange={(next) => form.set('exceptions', next)} />
      </FormSection>
    </Form>
  );
};
