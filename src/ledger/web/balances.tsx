import { Scale } from 'lucide-react';
import { Fragment } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { Money } from '../../ui/show/money.tsx';
import { EmptyState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { SideKind } from '../kinds.ts';
import type { TrialBalance } from './client.ts';
import css from './ledger.module.css';

type Row = TrialBalance['rows'][number];
/** Points have a ledger of their own, and no minor units. */
const POINTS = 'PTS';

/** Under which head a side stands, in the order of the table. */
const groups: readonly { name: 'holders' | 'money' | 'result'; kinds: readonly SideKind[] }[] = [
  { name: 'holders', kinds: ['subscriber', 'dealer', 'wallet', 'unidentified', 'cards'] },
  { name: 'money', kinds: ['cash', 'cash_in_transit', 'bank', 'gateway'] },
  {
    name: 'result',
    kinds: [
      'revenue',
      'corrections',
      'commission',
      'write_offs',
      'cash_differences',
      'opening_balances',
      'points_issued',
      'points_spent',
      'points_expired',
    ],
  },
];

/** What stood before, moved and stands after, each as debit and credit: neither is below zero. */
const parts = ['opening', 'turnover', 'closing'] as const;
type Part = (typeof parts)[number];

const sidesOf = (row: Row, part: Part): { debit: number; credit: number } => {
  if (part === 'turnover') return { debit: row.debitMinor, credit: row.creditMinor };
  const balance = part === 'opening' ? row.openingMinor : row.closingMinor;
  return { debit: Math.max(0, -balance), credit: Math.max(0, balance) };
};

const Amount = ({ of, currency }: { of: number; currency: string }) => {
  if (of === 0) return <span className="dim">—</span>;
  return currency === POINTS ? formatNumber(of) : <Money amountMinor={of} currency={currency} />;
};

const Amounts = ({ rows, currency }: { rows: readonly Row[]; currency: string }) =>
  parts.flatMap((part) => {
    const sides = rows.map((row) => sidesOf(row, part));
    return (['debit', 'credit'] as const).map((side) => (
      <td key={`${part} ${side}`} className={css.number}>
        <Amount of={sides.reduce((sum, one) => sum + one[side], 0)} currency={currency} />
      </td>
    ));
  });

/** One currency: who held how much, what was taken and given; debit and credit are the same. */
const BalanceTable = ({ currency, rows }: { currency: string; rows: readonly Row[] }) => {
  const t = useTexts('ledger');
  return (
    <div className={`${css.box} scroll`}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t(currency === POINTS ? 'balance.points' : 'balance.kind')}
            </th>
            {parts.map((part) => (
              <th key={part} scope="colgroup" colSpan={2} className={css.pair}>
                {t(`balance.${part}`)}
              </th>
            ))}
          </tr>
          <tr>
            {parts.map((part) => (
              <Fragment key={part}>
                <th scope="col" className={css.number}>
                  {t('balance.debit')}
                </th>
                <th scope="col" className={css.number}>
                  {t('balance.credit')}
                </th>
              </Fragment>
            ))}
          </tr>
        </thead>
        {groups.map(({ name, kinds }) => {
          const those = kinds.flatMap((kind) => rows.filter((row) => row.kind === kind));
          if (those.length === 0) return null;
          return (
            <tbody key={name}>
              <tr className={css.group}>
                <th scope="rowgroup" colSpan={7}>
                  {t(`groups.${name}`)}
                </th>
              </tr>
              {those.map((row) => (
                <tr key={row.kind}>
                  <th scope="row">{t(`kinds.${row.kind}`)}</th>
                  <Amounts rows={[row]} currency={currency} />
                </tr>
              ))}
            </tbody>
          );
        })}
        <tfoot>
          <tr>
            <th scope="row">{t('balance.total')}</th>
            <Amounts rows={rows} currency={currency} />
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
