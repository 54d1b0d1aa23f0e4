import { Button, Modal, MultiSelect, TextInput } from '@mantine/core';
import { dayOf, formatDay, formatInstant } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import { daysFrom } from '../../../ui/week.ts';
import { readBreaks } from './read-breaks.ts';

export type Shift = {
  id: number;
  version: number;
  startsAt: string;
  endsAt: string;
  breaks: { afterMinutes: number; minutes: number }[];
};
export type Opened = { person: { id: number; name: string }; day: string; shift: Shift | null };
type Values = { days: string[]; from: string; to: string; breaks: string };

const MINUTE_MS = 60_000;

export const clock = (at: string | number): string => formatInstant(at, 'time');

const breaksOf = ({ startsAt, breaks }: Shift): string =>
  breaks
    .map(({ afterMinutes, minutes }) => {
      const from = Date.parse(startsAt) + afterMinutes * MINUTE_MS;
      return `${clock(from)}–${clock(from + minutes * MINUTE_MS)}`;
    })
    .join(', ');

/** A shift of one person: the same hours on the days chosen, or another shape for one that is. */
export const ShiftForm = (props: { opened: Opened; monday: string; onClose: () => void }) => {
  const { opened, monday, onClose } = props;
  const { person, day, shift } = opened;
  const t = useTexts('staff');
  const plan = useWrite('POST /api/shifts', ['/api/shifts', '/api/board']);
  const change = useWrite('PUT /api/shifts/{id}', ['/api/shifts', '/api/board']);
  const form = useForm<Values, unknown>({
    initial: {
      days: [day],
      from: shift ? clock(shift.startsAt) : '09:00',
      to: shift ? clock(shift.endsAt) : '21:00',
      breaks: shift ? breaksOf(shift) : '',
    },
    save: ({ days, from, to, breaks }) => {
      const hours = { from, to, breaks: readBreaks(breaks) };
      if (!shift) return plan.mutateAsync({ staffId: person.id, days, ...hours });
      const { id, version, startsAt } = shift;
      return change.mutateAsync({ id, version, day: dayOf(startsAt), ...hours });
    },
    onSaved: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  const title = `${person.name} · ${formatDay(day, 'weekday')}`;
  return (
    <Modal opened onClose={onClose} title={title} size={440}>
      <Form
        form={form}
        isGuarded={false}
        aside={shift ? <RemoveButton shift={shift} onClose={onClose} /> : null}
      >
        {shift ? null : (
          <MultiSelect
            label={t('shifts.days')}
            data={daysFrom(monday).map((value) => ({
              value,
              label: formatDay(value, 'weekdayShort'),
            }))}
            {...form.value('days')}
          />
        )}
        <TextInput label={t('shifts.from')} data-autofocus {...form.text('from')} />
        <TextInput label={t('shifts.to')} description={t('shifts.nextDay')} {...form.text('to')} />
        <TextInput
          label={t('shifts.breaks')}
          placeholder={t('shifts.breaksHint')}
          {...form.text('breaks')}
        />
      </Form>
    </Modal>
  );
};

const RemoveButton = ({ shift, onClose }: { shift: Shift; onClose: () => void }) => {
  const t = useTexts('staff');
  const remove = useWrite('DELETE /api/shifts/{id}', ['/api/shifts', '/api/board']);
  const { id, version } = shift;
  return (
    <Button
      variant="subtle"
      color="red"
      onClick={() => remove.mutate({ id, version }, { onSuccess: onClose, onError: notifyProblem })}
    >
      {t('shifts.remove')}
    </Button>
  );
};
