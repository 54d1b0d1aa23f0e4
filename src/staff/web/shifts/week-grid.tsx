import { Plus } from 'lucide-react';
import { dayOf, formatDay } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import type { OutputOf } from '../../../ui/call.ts';
import type { shiftsApi } from '../../api/shifts.ts';
import { clock, type Opened } from './shift-form.tsx';
import css from './shifts.module.css';
import { daysFrom } from '../../../ui/week.ts';

type Person = OutputOf<typeof shiftsApi, 'GET /api/shifts'>['people'][number];
type Props = {
  people: readonly Person[];
  monday: string;
  onOpen: (opened: Opened) => void;
};

const Cell = ({
  person,
  day,
  onOpen,
}: Omit<Props, 'people' | 'monday'> & {
  person: Person;
  day: string;
}) => {
  const t = useTexts('staff');
  const canPlan = useMay()('staff.plan_shifts');
  const shifts = person.shifts.filter(({ startsAt }) => dayOf(startsAt) === day);
  const label = `${person.name}, ${formatDay(day, 'weekday')}`;
  return (
    <td data-today={day === dayOf(serverNow())}>
      {shifts.map((shift) => (
        <button
          key={shift.id}
          type="button"
          className={css.shift}
          disabled={!canPlan}
          onClick={() => onOpen({ person, day, shift })}
        >
          {clock(shift.startsAt)}–{clock(shift.endsAt)}
        </button>
      ))}
      {canPlan && shifts.length === 0 ? (
        <button
          type="button"
          className={css.add}
          aria-label={t('shifts.addFor', { label })}
          onClick={() => onOpen({ person, day, shift: null })}
        >
          <Plus size={14} aria-hidden="true" />
        </button>
      ) : null}
    </td>
  );
};

/** A line for each person, a column for each day of the week. */
export const WeekGrid = ({ people, monday, ...rest }: Props) => {
  const t = useTexts('staff');
  const days = daysFrom(monday);
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.grid}>
        <thead>
          <tr>
            <th scope="col">{t('shifts.who')}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === dayOf(serverNow())}>
                {formatDay(day, 'weekdayShort')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                {person.name}
                <span className="dim">{person.team}</span>
              </th>
              {days.map((day) => (
                <Cell key={day} person={person} day={day} {...rest} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
