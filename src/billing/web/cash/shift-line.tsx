import { Link } from 'react-router';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { CashShift } from '../client.ts';
import { signedMoney } from '../use-line-words.ts';
import css from './cash.module.css';

/** A shift in the list: whose, since when, and how its cash stands. */
export const ShiftLine = ({ shift }: { shift: CashShift }) => {
  const t = useTexts('billing');
  const { desk, endedAt, differenceMinor } = shift;
  const money = (minor: number) => <Money amountMinor={minor} currency={desk.currency} />;
  return (
    <tr>
      <td>
        <Link to={`/cash/shifts/${shift.id}`}>
          {desk.name} · {t('cash.shift', { number: shift.number })}
        </Link>
        <div className="dim">{desk.place}</div>
      </td>
      <td>{shift.cashier}</td>
      <td>
        <Instant at={shift.openedAt} />
      </td>
      <td>
        {endedAt === null ? (
          <Badge tone="green">{t('shifts.isOpen')}</Badge>
        ) : (
          <Instant at={endedAt} />
        )}
      </td>
      <td className={css.number}>{money(shift.paymentsMinor)}</td>
      <td className={css.number}>{money(shift.returnsMinor)}</td>
      <td className={css.number}>{money(shift.countedMinor ?? shift.expectedMinor)}</td>
      <td className={css.number}>
        {differenceMinor ? (
          <Badge tone={differenceMinor < 0 ? 'red' : 'amber'}>
            {signedMoney(differenceMinor, desk.currency)}
          </Badge>
        ) : null}
        <div className="dim">{shift.words}</div>
      </td>
    </tr>
  );
};
