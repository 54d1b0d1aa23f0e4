import { formatDay } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Occasion } from '../client.ts';
import { daysLater, lastOfMonth } from '../days.ts';
import css from './month-grid.module.css';

/** So many stand in a day's cell; of the others their number. */
const MOST_SHOWN = 3;
const WEEK = 7;

/** How many days a month begins after a Monday. */
const before = (day: string): number =>
  (new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;

type Props = {
  month: string;
  today: string;
  occasions: readonly Occasion[];
  picked: string | null;
  onPick: (day: string | null) => void;
};

/** A month as a calendar shows it: whose day each is, and who was greeted. */
export const MonthGrid = ({ month, today, occasions, picked, onPick }: Props) => {
  const t = useTexts('vip');
  const first = daysLater(month, -before(month));
  const last = lastOfMonth(month);
  const weeks = Math.ceil((before(month) + Number(last.slice(-2))) / WEEK);
  const days = Array.from({ length: weeks * WEEK }, (_, at) => daysLater(first, at));
  const byDay = Map.groupBy(occasions, ({ on }) => on);
  return (
    <div className={css.grid} role="group" aria-label={formatDay(month, 'month')}>
      {days.slice(0, WEEK).map((day) => (
        <span key={day} className={css.weekday}>
          {weekdayOf(day)}
        </span>
      ))}
      {days.map((day) => {
        const own = byDay.get(day) ?? [];
        const isIn = day >= month && day <= last;
        return (
          <button
            key={day}
            type="button"
            className={css.day}
            data-out={isIn ? undefined : true}
            data-today={day === today ? true : undefined}
            aria-pressed={picked === day}
            disabled={!isIn || own.length === 0}
            aria-label={`${formatDay(day)}: ${t('occasions.daysOf', { count: own.length })}`}
            onClick={() => onPick(picked === day ? null : day)}
          >
            <b>{Number(day.slice(-2))}</b>
            {own.slice(0, MOST_SHOWN).map((one) => (
              <span
                key={`${one.subscriber.id} ${one.key}`}
                className={css.one}
                data-greeted={one.greetedBy === null ? undefined : true}
              >
                {one.name || one.subscriber.name || '—'}
              </span>
            ))}
            {own.length > MOST_SHOWN ? (
              <span className={css.more}>+{own.length - MOST_SHOWN}</span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
};

const weekdayOf = (day: string): string => formatDay(day, 'weekdayShort').replace(/[\s,.].*$/, '');
