import { Link } from 'react-router';
import { formatCount, formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Figures } from '../api.ts';
import { shareWithin } from './figures.ts';
import { rowsPath } from './rows-path.ts';
import type { Period } from './use-period.ts';
import css from './report.module.css';

type Row = {
  key: string;
  name: string;
  filter: Record<string, number>;
  figures: Omit<Figures, 'staffId' | 'name'>;
};

type Props = { title: string; head: string; rows: readonly Row[]; period: Period };

const seconds = (value: number | null): string => (value === null ? '—' : formatCount(value));

/** The same figures by hour or by agent. */
export const FigureTable = ({ title, head, rows, period }: Props) => {
  const t = useTexts('conversations');
  return (
    <section className={css.box} aria-label={title}>
      <h2>{title}</h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{t('report.count')}</th>
            <th scope="col">{t('report.shareShort')}</th>
            <th scope="col">{t('report.median')}</th>
            <th scope="col">{t('report.p95')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, filter, figures }) => {
            const share = shareWithin(figures);
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <Link to={rowsPath(period, filter)}>{formatNumber(figures.count)}</Link>
                </td>
                <td>
                  <Link to={rowsPath(period, { ...filter, standing: 'within' })}>
                    {share === null ? '—' : formatPercent(share)}
                  </Link>
                </td>
                <td>{seconds(figures.medianSeconds)}</td>
                <td>{seconds(figures.p95Seconds)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
