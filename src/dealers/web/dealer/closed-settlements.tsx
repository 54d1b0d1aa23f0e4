import { formatDay } from '../../../ui/format.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Dealer } from '../client.ts';
import css from '../dealers.module.css';

/** Settlements that were closed, with what stood on the dealer after each. */
export const ClosedSettlements = ({ dealer }: { dealer: Dealer }) => {
  const t = useTexts('dealers');
  const { settlements, currency } = dealer;
  return (
    <CardSection title={t('settlement.closed')}>
      <ul className={css.lines}>
        {settlements.map(({ id, fromOn, toOn, closedBy, counted }) => (
          <li key={id}>
            <span>
              {t('settlement.closedPeriod', { from: formatDay(fromOn), to: formatDay(toOn) })}
            </span>
            <span className="dim">
              {closedBy === null ? null : t('settlement.closedBy', { who: closedBy })}
            </span>
            <span className={css.end}>
              <Money amountMinor={counted.closingMinor} currency={currency} isBalance />
            </span>
          </li>
        ))}
      </ul>
    </CardSection>
  );
};
