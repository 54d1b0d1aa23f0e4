import { Fragment } from 'react';
import { formatInstant, formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { CashReceipt } from '../client.ts';
import css from './paper.module.css';

const titles = {
  payment: 'cash.paper.title',
  return: 'cash.paper.returnTitle',
  in: 'cash.paper.inTitle',
  out: 'cash.paper.outTitle',
} as const;

/** What the payer takes along, as it comes out of the printer. */
export const Receipt = ({ operation }: { operation: CashReceipt }) => {
  const t = useTexts('billing');
  const { kind, receipt, amountMinor, currency, givenMinor, shift } = operation;
  const money = (minor: number): string => formatMoney(minor, currency);
  const lines: [label: string, value: string | null][] = [
    ['account', operation.account],
    ['holder', operation.holder],
    ['payer', operation.payer],
    ['words', operation.words],
    ['sum', money(amountMinor)],
    ['given', givenMinor === null ? null : money(givenMinor)],
    ['change', givenMinor === null ? null : money(givenMinor - amountMinor)],
    ['at', formatInstant(operation.doneAt)],
    ['desk', [shift.desk.name, shift.desk.place].filter(Boolean).join(', ')],
    ['cashier', shift.cashier],
  ];
  return (
    <article className={css.paper} aria-label={t('cash.receipt', { receipt })}>
      <p>{operation.operator}</p>
      <h2>{t(titles[kind])}</h2>
      <p className="tabular">{t('cash.receipt', { receipt })}</p>
      <dl>
        {lines.map(([label, value]) =>
          value ? (
            <Fragment key={label}>
              <dt>{t(`cash.paper.${label}`)}</dt>
              <dd className={`tabular ${label === 'sum' ? css.strong : ''}`}>{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
      <p className="dim">{t('cash.paper.notFiscal')}</p>
    </article>
  );
};
