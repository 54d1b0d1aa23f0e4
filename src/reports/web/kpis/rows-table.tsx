import { Link } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Counted, type KpiRow, usePages } from '../client.ts';
import { RowPages } from './row-pages.tsx';
import type { Slice } from './use-address.ts';
import { figureWords } from './words.ts';

type Props = { kpi: Counted['key']; month: string; slice: Slice };

/** The accounts behind a figure. */
export const AccountRows = ({ kpi, month, slice }: Props) => {
  const pages = usePages('GET /api/kpis/{kpi}/rows', { kpi, month, ...slice });
  return (
    <RowPages pages={pages}>
      {(read) => (
        <RowsTable rows={read.flatMap(({ rows }) => rows)} currency={read[0]?.currency ?? ''} />
      )}
    </RowPages>
  );
};

type TableProps = { rows: readonly KpiRow[]; currency: string };

/** Accounts, each with what it paid before and after the day, and what it adds to the figure. */
const RowsTable = ({ rows, currency }: TableProps) => {
  const t = useTexts('reports');
  const money = (minor: number): string => figureWords({ unit: 'money' }, minor, currency);
  return (
    <FigureTable
      title={t('rows.title')}
      rows={rows}
      keyOf={({ accountId, on }) => `${accountId} ${on}`}
      empty={t('rows.none')}
      rule={t('rows.rule')}
      columns={[
        { key: 'number', label: t('rows.account'), show: accountLink },
        { key: 'name', label: t('rows.name'), isWords: true, show: ({ name }) => name },
        { key: 'on', label: t('rows.on'), show: ({ on }) => formatDay(on) },
        { key: 'before', label: t('rows.before'), show: ({ beforeMinor }) => money(beforeMinor) },
        { key: 'after', label: t('rows.after'), show: ({ afterMinor }) => money(afterMinor) },
        {
          key: 'adds',
          label: t('rows.adds'),
          isStrong: true,
          show: ({ amountMinor }) => money(amountMinor),
        },
      ]}
    />
  );
};

const accountLink = ({ number, subscriberId }: KpiRow) => (
  <Link to={`/subscribers/${subscriberId}`}>{number}</Link>
);
