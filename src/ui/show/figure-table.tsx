import type { ReactNode } from 'react';
import css from './figures.module.css';

type Column<Row> = {
  key: string;
  label: string;
  /** What stands in it; `—` where there is nothing to say. */
  show: (row: Row) => ReactNode;
  /** What the table is read for. */
  isStrong?: boolean;
  /** Words, which are read from the left. */
  isWords?: boolean;
};

type Props<Row> = {
  title: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Said where there are no rows. */
  empty: string;
  /** Others of the same columns stand above or below. */
  isEven?: boolean;
  /** How it was counted. */
  rule?: string;
  actions?: ReactNode;
};

/** Figures to be read: a line each, the first column names it. */
export const FigureTable = <Row,>(props: Props<Row>) => {
  const { title, rows, keyOf, columns, empty, isEven, rule, actions } = props;
  const [first, ...rest] = columns;
  return (
    <section className={css.sheet} aria-label={title}>
      <div className={css.head}>
        <h2>{title}</h2>
        {actions}
      </div>
      {rows.length === 0 ? <p className={css.rule}>{empty}</p> : null}
      <table className={`${css.figures} ${isEven ? css.even : ''}`} hidden={rows.length === 0}>
        <thead>
          <tr>
            {columns.map(({ key, label, isWords }, at) => (
              <th key={key} scope="col" className={at === 0 || isWords ? '' : css.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{first?.show(row)}</th>
              {rest.map(({ key, show, isStrong, isWords }) => (
                <td key={key} className={isWords ? '' : isStrong ? css.strong : css.number}>
                  {show(row) ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rule === undefined || rows.length === 0 ? null : <p className={css.rule}>{rule}</p>}
    </section>
  );
};
