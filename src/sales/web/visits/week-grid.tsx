import { Check } from 'lucide-react';
import { Link } from 'react-router';
import { dayOf, formatDay } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Visits } from '../client.ts';
import { SeatsTaken } from './seats-taken.tsx';
import { hoursText } from '../../../ui/clock-text.ts';
import { cellOf, type HoursRow, rowsOf } from './visit-hours.ts';
import css from './week.module.css';

type Props = Visits & { days: readonly string[]; linkTo: (day: string) => string };

/** A week of visits: days side by side, below each other on a phone, and in them the hours. */
export const WeekGrid = ({ days, hours, visits, linkTo }: Props) => {
  const t = useTexts('sales');
  const rows = rowsOf(hours);
  const today = dayOf(serverNow());
  /** Of a day on which nobody comes a phone shows nothing, nor of one that went by so. */
  const isFolded = (day: string): boolean =>
    !(day < today ? visits : hours).some(({ on }) => on === day);
  const gridRow = `1 / span ${rows.length + 1}`;
  return (
    <div className={css.week}>
      <div className={css.labels} style={{ gridRow }} aria-hidden="true">
        {rows.map((row, at) => (
          <div key={row.key} className={css.label} style={{ gridRow: at + 2 }}>
            <RowName row={row} />
          </div>
        ))}
      </div>
      {days.map((day) => (
        <section
          key={day}
          className={css.day}
          style={{ gridRow }}
          aria-label={formatDay(day, 'weekday')}
          data-today={day === today || undefined}
          data-past={day < today || undefined}
          data-folded={isFolded(day) || undefined}
        >
          <h2 className={css.head}>
            <Link to={linkTo(day)}>{formatDay(day, 'weekdayShort')}</Link>
            {day === today ? <span className="dim">{t('visits.today')}</span> : null}
          </h2>
          {rows.map((row, at) => (
            <Cell key={row.key} row={row} at={at} cell={cellOf({ hours, visits }, row, day)} />
          ))}
        </section>
      ))}
    </div>
  );
};

const RowName = ({ row }: { row: HoursRow }) => (
  <>
    <b className="tabular">{hoursText(row)}</b>
    {row.district === '' ? null : <span className="dim">{row.district}</span>}
  </>
);

type CellProps = { row: HoursRow; at: number; cell: ReturnType<typeof cellOf> };

/** Hours of one day; their name is written in them only where no column on the left says it. */
const Cell = ({ row, at, cell }: CellProps) => {
  const t = useTexts('sales');
  const style = { gridRow: at + 2 };
  if (!cell) return <div className={css.none} style={style} />;
  return (
    <div className={css.cell} style={style}>
      <span className={css.own}>
        <RowName row={row} />
      </span>
      <SeatsTaken taken={cell.taken} seats={cell.seats} />
      {cell.visits.length > 0 ? (
        <ul className={css.who}>
          {cell.visits.map(({ id, dealId, name, isDone }) => (
            <li key={id}>
              {isDone ? <Check size={12} aria-label={t('visits.done')} /> : null}
              <Link to={`/deals/${dealId}`} title={name}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};
