import { useState } from 'react';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { lastDays } from '../../../ui/form/use-period.ts';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Figures, useRead } from '../client.ts';
import css from './figures.module.css';

const DAYS_AT_FIRST = 90;
type Row = Figures['byReason'][number];

/** What became of wishes to leave, and how many were let go without a word. */
export const Component = () => {
  const t = useTexts('retention');
  const [period, setPeriod] = useState(() => lastDays(DAYS_AT_FIRST));
  const read = useRead('GET /api/retention-figures', period, { isKept: true });
  const sourceOf = ({ name }: Row): string => (name === null ? '' : t(`choices.source.${name}`));
  return (
    <Page title={t('figures.title')} backTo="/cases" layout="padded">
      <div className={css.page}>
        <PeriodChoice period={period} onChange={setPeriod} />
        {read.error ? (
          <ErrorState failure={read.error} onRetry={() => void read.refetch()} />
        ) : null}
        {read.data ? (
          <>
            <FigureTable
              title={t('figures.all')}
              rows={[{ name: t('figures.all'), ...read.data.total }]}
            />
            <FigureTable
              title={t('figures.byReason')}
              rows={read.data.byReason}
              nameOf={({ name }) => name ?? t('cases.noReason')}
            />
            <FigureTable
              title={t('figures.byAgent')}
              rows={read.data.byAgent}
              nameOf={({ name }) => name ?? t('cases.nobodys')}
            />
            <FigureTable
              title={t('figures.bySource')}
              rows={read.data.bySource}
              nameOf={sourceOf}
            />
            <p className="dim">{t('figures.rule')}</p>
          </>
        ) : null}
      </div>
    </Page>
  );
};

const columns = [
  'wishes',
  'open',
  'stays',
  'month',
  'quarter',
  'left',
  'unspoken',
  'inTime',
] as const;

type Props = { title: string; rows: readonly Row[]; nameOf?: (row: Row) => string };

const FigureTable = ({ title, rows, nameOf = ({ name }) => name ?? '' }: Props) => {
  const t = useTexts('retention');
  return (
    <section className={css.sheet} aria-label={title}>
      <table className={css.figures}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`figures.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{nameOf(row)}</th>
              {columns.map((column) => (
                <td key={column}>{shown(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** A share of those of whom it is known; a dash where nothing is. */
const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${formatNumber(part)} · ${formatPercent(part / whole)}`;

function shown(row: Row, column: (typeof columns)[number]): string {
  if (column === 'month') return shareOf(row.savedMonth, row.knownMonth);
  if (column === 'quarter') return shareOf(row.savedQuarter, row.knownQuarter);
  if (column === 'unspoken') return shareOf(row.unspoken, row.left);
  if (column === 'inTime') return shareOf(row.inTime, row.wishes);
  return formatNumber(row[column]);
}
