import { Scale } from 'lucide-react';
import { formatNumber } from '../../ui/format.ts';
import { Money } from '../../ui/show/money.tsx';
import { EmptyState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { TrialBalance } from './client.ts';
import css from './ledger.module.css';

type Row = TrialBalance['rows'][number];
/** Points have a ledger of their own, and no minor units. */
const POINTS = 'PTS';
const columns = ['openingMinor', 'debitMinor', 'creditMinor', 'closingMinor'] as const;

const Amount = ({ of, currency }: { of: number; currency: string }) =>
  currency === POINTS ? formatNumber(of) : <Money amountMinor={of} currency={currency} />;

/** One currency: who held how much, what was taken and given, and that all of it is zero. */
const BalanceTable = ({ currency, rows }: { currency: string; rows: readonly Row[] }) => {
  const t = useTexts('ledger');
  const sum = (column: (typeof columns)[number]): number =>
    rows.reduce((all, row) => all + row[column], 0);
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t(currency === POINTS ? 'balance.points' : 'balance.kind')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={css.number}>
                {t(`balance.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{t(`kinds.${row.kind}`)}</th>
              {columns.map((column) => (
                <td key={column} className={css.number}>
                  <Amount of={row[column]} currency={currency} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('balance.total')}</th>
            {columns.map((column) => (
              <td key={column} className={css.number}>
                <Amount of={sum(column)} currency={currency} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

/** A table for each currency. */
export const Balances = ({ rows }: { rows: readonly Row[] }) => {
  const t = useTexts('ledger');
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  if (currencies.length === 0) {
    return (
      <EmptyState icon={Scale} title={t('balance.emptyTitle')} text={t('balance.emptyText')} />
    );
  }
  return currencies.map((currency) => (
    <BalanceTable
      key={currency}
      currency={currency}
      rows={rows.filter((row) => row.currency === currency)}
    />
  ));
};
