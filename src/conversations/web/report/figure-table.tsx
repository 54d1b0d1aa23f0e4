import { Link } from 'react-router';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Figures } from '../api.ts';
import { inSeconds, shareWithin, slowest, touched } from './figures.ts';
import { rowsPath, type RowsFilter } from './rows-path.ts';
import type { Period } from '../../../ui/form/use-period.ts';
import css from './report.module.css';

type Row = {
  key: string;
  name: string;
  filter: RowsFilter;
  figures: Omit<Figures, 'staffId' | 'name'>;
};

type Props = { title: string; head: string; rows: readonly Row[]; period: Period };

/** The figures of one line; each opens the conversations behind it. */
const Line = ({ row, period }: { row: Row; period: Period }) => {
  const { name, filter, figures } = row;
  const share = shareWithin(figures);
  const cells: [string, string, RowsFilter][] = [
    ['count', formatNumber(figures.count), {}],
    ['share', share === null ? '—' : formatPercent(share), { standing: 'within' }],
    ['median', inSeconds(figures.medianSeconds), touched],
    ['p95', inSeconds(figures.p95Seconds), slowest(figures.p95Seconds)],
  ];
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map(([key, words, more]) => (
        <td key={key} className={css.number}>
          {words === '—' ? (
            words
          ) : (
            <Link to={rowsPath(period, { ...filter, ...more })}>{words}</Link>
          )}
        </td>
      ))}
    </tr>
  );
};

/** The same figures by hour or by agent. */
export const FigureTable = ({ title, head, rows, period }: Props) => {
  const t = useTexts('conversations');
  return (
    <section className={css.box} aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? <p className={css.rule}>{t('report.nobodyYet')}</p> : null}
      <table className={css.table} hidden={rows.length === 0}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {(['count', 'shareShort', 'median', 'p95'] as const).map((key) => (
              <th key={key} scope="col" className={css.number}>
                {t(`report.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} period={period} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
