import type { ReactNode } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { Money } from '../../ui/show/money.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Counted } from './client.ts';
import css from './dealers.module.css';

/** A settlement from its opening to its closing, a line each: how many, and how much. */
export const CountedTable = ({ counted, currency }: { counted: Counted; currency: string }) => {
  const t = useTexts('dealers');
  const line = (key: string, count: number | null, minor: number | null): ReactNode => (
    <tr key={key} className={key === 'opening' || key === 'closing' ? css.total : undefined}>
      <th scope="row">{t(`settlement.${key}`)}</th>
      <td className={css.number}>{count === null ? null : formatNumber(count)}</td>
      <td className={css.number}>
        {minor === null ? null : <Money amountMinor={minor} currency={currency} />}
      </td>
    </tr>
  );
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('settlement.line')}</th>
            <th scope="col" className={css.number}>
              {t('settlement.count')}
            </th>
            <th scope="col" className={css.number}>
              {t('settlement.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {line('opening', null, counted.openingMinor)}
          {line('given', counted.givenCards, null)}
          {line('returned', counted.returnedCards, null)}
          {line('sold', counted.soldCards, 0 - counted.soldMinor)}
          {line('undone', counted.undoneCards, counted.undoneMinor)}
          {line('taken', counted.takenPayments, 0 - counted.takenMinor)}
          {line('takenBack', counted.returnedPayments, counted.returnedMinor)}
          {line('commission', null, counted.commissionMinor)}
          {line('paidIn', null, counted.paidInMinor)}
          {line('closing', null, counted.closingMinor)}
        </tbody>
      </table>
    </div>
  );
};
