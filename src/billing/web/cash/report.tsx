import { Fragment } from 'react';
import { formatInstant, formatMoney } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import { signedMoney } from '../use-line-words.ts';
import type { CashShift } from '../client.ts';
import css from './paper.module.css';

/** The X report of an open shift, as it stands now; the Z report of one that has ended. */
export const Report = ({ shift }: { shift: CashShift }) => {
  const t = useTexts('billing');
  const { desk, endedAt, differenceMinor, openingDifferenceMinor, countedMinor } = shift;
  const money = (minor: number): string => formatMoney(minor, desk.currency);
  const word = (key: string, values = {}): string => t(`cash.report.${key}`, values);
  const named = (minor: number): string => t(minor > 0 ? 'cash.surplus' : 'cash.shortage');
  const lines: [label: string, value: string | null][] = [
    [word('cashier'), shift.cashier],
    [word('opened'), formatInstant(shift.openedAt)],
    [
      word(endedAt === null ? 'at' : 'ended'),
      formatInstant(endedAt ?? new Date(serverNow()).toISOString()),
    ],
    [word('endedBy'), shift.endedBy === shift.cashier ? null : shift.endedBy],
    [word('opening'), money(shift.openingMinor)],
    [
      word('openingDifference'),
      openingDifferenceMinor === 0 ? null : signedMoney(openingDifferenceMinor, desk.currency),
    ],
    [t('cash.openingWords'), shift.openingWords],
    [word('payments', { count: shift.payments }), money(shift.paymentsMinor)],
    [word('returns', { count: shift.returns }), money(shift.returnsMinor)],
    [word('in'), money(shift.inMinor)],
    [word('out'), money(shift.outMinor)],
    [word('expected'), money(shift.expectedMinor)],
    [word('counted'), countedMinor === null ? null : money(countedMinor)],
    [named(differenceMinor ?? 0), differenceMinor ? money(Math.abs(differenceMinor)) : null],
    [t('cash.words'), shift.words],
  ];
  return (
    <article className={css.paper} aria-label={word(endedAt === null ? 'x' : 'z')}>
      <p>{desk.name}</p>
      {desk.place === '' ? null : <p className="dim">{desk.place}</p>}
      <h2>
        {word(endedAt === null ? 'x' : 'z')} · {t('cash.shift', { number: shift.number })}
      </h2>
      <dl>
        {lines.map(([label, value]) =>
          value ? (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd className="tabular">{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
    </article>
  );
};
