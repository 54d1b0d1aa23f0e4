import { useState } from 'react';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { lastDays } from '../../../ui/form/use-period.ts';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import css from '../../../ui/show/figures.module.css';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Figures, useRead } from '../client.ts';
import { ControlPart } from './control-part.tsx';

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
            <CaseFigures
              title={t('figures.all')}
              rows={[
                { name: t('figures.said'), ...read.data.total },
                { name: t('figures.signs'), ...read.data.signs },
              ]}
            />
            <CaseFigures
              title={t('figures.byReason')}
              rows={read.data.byReason}
              nameOf={({ name }) => name ?? t('cases.noReason')}
            />
            <CaseFigures
              title={t('figures.byAgent')}
              rows={read.data.byAgent}
              nameOf={({ name }) => name ?? t('cases.nobodys')}
            />
            <CaseFigures
              title={t('figures.bySource')}
              rows={read.data.bySource}
              nameOf={sourceOf}
            />
            <p className="dim">{t('figures.rule')}</p>
            <ControlPart />
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
  'leftPart',
  'unspoken',
  'inTime',
] as const;

type Props = { title: string; rows: readonly Row[]; nameOf?: (row: Row) => string };

const CaseFigures = ({ title, rows, nameOf = ({ name }) => name ?? '' }: Props) => {
  const t = useTexts('retention');
  return (
    <FigureTable
      title={title}
      empty={t('figures.none')}
      isEven
      rows={rows}
      keyOf={({ name }) => name ?? ''}
      columns={[
        { key: 'name', label: t('figures.group'), show: nameOf },
        ...columns.map((column) => ({
          key: column,
          label: t(`figures.columns.${column}`),
          show: (row: Row) => shown(row, column),
        })),
      ]}
    />
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
