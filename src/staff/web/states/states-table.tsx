import { Link } from 'react-router';
import type { OutputOf } from '../../../ui/call.ts';
import { formatDay, formatDuration } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { statesApi } from '../../api/states.ts';
import css from './states.module.css';

type Person = OutputOf<typeof statesApi, 'GET /api/states'>['people'][number];
type Spent = Omit<Person['days'][number], 'day'>;

const columns = ['readySeconds', 'afterCallSeconds', 'breakSeconds', 'awaySeconds'] as const;
const MINUTE = 60;

/** Hours and minutes: what is paid and planned is not counted in seconds. */
export const inMinutes = (seconds: number): string => {
  if (seconds === 0) return '—';
  return seconds < MINUTE
    ? formatDuration(seconds)
    : formatDuration(Math.round(seconds / MINUTE) * MINUTE);
};

const sumOf = (days: Person['days'], key: keyof Spent): number =>
  days.reduce((sum, day) => sum + day[key], 0);

const here = (spent: Spent): number => columns.reduce((sum, key) => sum + spent[key], 0);

const Times = ({ spent, to }: { spent: Spent; to: string | null }) => {
  const words = (seconds: number) =>
    to !== null && seconds > 0 ? <Link to={to}>{inMinutes(seconds)}</Link> : inMinutes(seconds);
  return (
    <>
      {columns.map((key) => (
        <td key={key} className={css.number}>
          {words(spent[key])}
        </td>
      ))}
      <td className={css.number}>{words(here(spent))}</td>
    </>
  );
};

/** A person's sum, and below it the days of which it is made; a day's figures open that day. */
const PersonRows = ({ person }: { person: Person }) => {
  const { id, name, team, days } = person;
  const pathOf = (day: string): string => `/states/${id}?day=${day}`;
  const [only] = days.length === 1 ? days : [];
  const sum = {
    readySeconds: sumOf(days, 'readySeconds'),
    afterCallSeconds: sumOf(days, 'afterCallSeconds'),
    breakSeconds: sumOf(days, 'breakSeconds'),
    awaySeconds: sumOf(days, 'awaySeconds'),
  };
  return (
    <>
      <tr className={css.sum}>
        <th scope="row">{name}</th>
        <td className="dim">{only ? formatDay(only.day) : team}</td>
        <Times spent={sum} to={only ? pathOf(only.day) : null} />
      </tr>
      {(only ? [] : days).map(({ day, ...spent }) => (
        <tr key={day} className={css.day}>
          <th scope="row">{formatDay(day)}</th>
          <td className="dim">{formatDay(day, 'weekday').split(',')[0]}</td>
          <Times spent={spent} to={pathOf(day)} />
        </tr>
      ))}
    </>
  );
};

/** Who was how long in which state. */
export const StatesTable = ({ people }: { people: readonly Person[] }) => {
  const t = useTexts('staff');
  const heads = ['ready', 'after_call', 'break', 'away'] as const;
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('states.who')}</th>
            <th scope="col">{t('states.place')}</th>
            {heads.map((state) => (
              <th key={state} scope="col" className={css.number}>
                {t(`presence.state.${state}`)}
              </th>
            ))}
            <th scope="col" className={css.number}>
              {t('states.here')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRows key={person.id} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
