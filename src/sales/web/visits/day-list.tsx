import type { Visits } from '../client.ts';
import { SeatsTaken } from './seats-taken.tsx';
import { hoursText } from '../../../ui/clock-text.ts';
import { cellOf, rowsOf } from './visit-hours.ts';
import { VisitLine } from './visit-line.tsx';
import css from './visits.module.css';

/** A day's visits by the hours that they are promised in, with what is free in each. */
export const DayList = ({ on, hours, visits }: Visits & { on: string }) => (
  <ul className={css.list}>
    {rowsOf(hours).map((row) => {
      const cell = cellOf({ hours, visits }, row, on);
      return cell ? (
        <li key={row.key}>
          <div className={css.hoursHead}>
            <b className="tabular">{hoursText(row)}</b>
            <span className={css.wide}>{row.district}</span>
            <SeatsTaken taken={cell.taken} seats={cell.seats} />
          </div>
          {cell.visits.length > 0 ? (
            <ul className={css.inner}>
              {cell.visits.map((visit) => (
                <VisitLine key={visit.id} visit={visit} />
              ))}
            </ul>
          ) : null}
        </li>
      ) : null;
    })}
  </ul>
);
