import type { InputOf } from '../../../../ui/call.ts';
import type { useForm } from '../../../../ui/form/use-form.ts';
import type { api } from '../../../api.ts';
import type { Priority } from '../../../api/states.ts';
import type { Recurrence } from '../../client.ts';

type Schedule = Recurrence['schedule'];

/** A recurring ticket as its form holds it. */
export type RecurrenceValues = {
  name: string;
  every: Schedule['every'];
  interval: number | undefined;
  weekdays: string[];
  dayOfMonth: number | undefined;
  month: string;
  startsOn: string;
  /** Empty is never. */
  endsOn: string;
  time: string;
  timeZone: string;
  calendarId: string | null;
  offDays: Recurrence['offDays'];
  catchUp: Recurrence['catchUp'];
  categoryId: string | null;
  subject: string;
  description: string;
  priority: Priority | null;
  ownerStaffId: string | null;
  teamId: string | null;
  isPaused: boolean;
  isArchived: boolean;
};

export type RecurrenceForm = ReturnType<typeof useForm<RecurrenceValues, unknown>>;

const choice = (id: number | null | undefined): string | null => (id == null ? null : String(id));
const idOf = (value: string | null): number | null => (value === null ? null : Number(value));

export const valuesOf = (
  recurrence: Recurrence | null,
  begin: { timeZone: string; today: string },
): RecurrenceValues => {
  const schedule = recurrence?.schedule;
  const template = recurrence?.template;
  return {
    name: recurrence?.name ?? '',
    every: schedule?.every ?? 'week',
    interval: schedule?.interval ?? 1,
    weekdays: (schedule?.weekdays ?? [0]).map(String),
    dayOfMonth: schedule?.dayOfMonth ?? 1,
    month: String(schedule?.month ?? 1),
    startsOn: schedule?.startsOn ?? begin.today,
    endsOn: schedule?.endsOn ?? '',
    time: schedule?.time ?? '09:00',
    timeZone: recurrence?.timeZone ?? begin.timeZone,
    calendarId: choice(recurrence?.calendarId),
    offDays: recurrence?.offDays ?? 'keep',
    catchUp: recurrence?.catchUp ?? 'last',
    categoryId: choice(template?.categoryId),
    subject: template?.subject ?? '',
    description: template?.description ?? '',
    priority: template?.priority ?? null,
    ownerStaffId: choice(template?.ownerStaffId),
    teamId: choice(template?.teamId),
    isPaused: recurrence?.isPaused ?? false,
    isArchived: recurrence?.isArchived ?? false,
  };
};

/** When it falls, as the routes take it. */
export const timingOf = (
  values: RecurrenceValues,
): InputOf<typeof api, 'POST /api/ticket-recurrences/next-dates'> => ({
  schedule: {
    every: values.every,
    interval: values.interval ?? 1,
    weekdays: values.weekdays.map(Number).toSorted((a, b) => a - b),
    dayOfMonth: values.dayOfMonth ?? 1,
    month: Number(values.month),
    startsOn: values.startsOn,
    endsOn: values.endsOn === '' ? null : values.endsOn,
    // `9:30` is typed as often as `09:30`.
    time: values.time.padStart(5, '0'),
  },
  timeZone: values.timeZone,
  calendarId: values.offDays === 'keep' ? null : idOf(values.calendarId),
  offDays: values.offDays,
});

/** The values as the routes take them; what the form does not show is kept. */
export const bodyOf = (
  recurrence: Recurrence | null,
  values: RecurrenceValues,
): InputOf<typeof api, 'POST /api/ticket-recurrences'> => {
  const { name, catchUp, subject, description, priority } = values;
  const ownerStaffId = idOf(values.ownerStaffId);
  const teamId = idOf(values.teamId);
  const watcherIds = recurrence?.template.watcherIds;
  return {
    name,
    ...timingOf(values),
    catchUp,
    template: {
      categoryId: Number(values.categoryId),
      subject,
      ...(description === '' ? {} : { description }),
      ...(priority === null ? {} : { priority }),
      ...(ownerStaffId === null ? {} : { ownerStaffId }),
      ...(teamId === null ? {} : { teamId }),
      ...(watcherIds === undefined ? {} : { watcherIds }),
    },
  };
};
