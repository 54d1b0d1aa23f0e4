import { Link } from 'react-router';
import { formatCount, formatInstant, formatNo } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import { nameOf } from '../name-of.ts';
import css from './report.module.css';

/** How soon the call came; what broke the norm stands out, and nothing else on its line does. */
const Touch = ({ row }: { row: DeskRow }) => {
  const t = useTexts('conversations');
  const { touchSeconds, normSeconds, closedOutcome, touchDueAt } = row;
  const isOver = closedOutcome === null && Date.parse(touchDueAt) < serverNow();
  if (touchSeconds === null) {
    return isOver ? <span className={css.late}>{t('report.notYet')}</span> : '—';
  }
  const isLate = touchSeconds > normSeconds;
  return <span className={isLate ? css.late : ''}>{formatCount(touchSeconds)}</span>;
};

/** One conversation a line; its number opens it. */
export const RowsTable = ({ rows }: { rows: readonly DeskRow[] }) => {
  const t = useTexts('conversations');
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('report.number')}</th>
            <th scope="col">{t('report.who')}</th>
            <th scope="col">{t('why.came')}</th>
            <th scope="col" className={css.number}>
              {t('report.touch')}
            </th>
            <th scope="col">{t('report.agent')}</th>
            <th scope="col">{t('report.end')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/conversations/${row.id}?queue=all`}>{formatNo(row.number)}</Link>
              </th>
              <td>{nameOf(row)}</td>
              <td>{formatInstant(row.openedAt)}</td>
              <td className={css.number}>
                <Touch row={row} />
              </td>
              <td>{row.touchedBy?.name ?? '—'}</td>
              <td>{row.closedOutcome ? t(`closings.${row.closedOutcome}`) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
