import { formatDay, formatMoney, formatNumber } from '../../ui/format.ts';
import { CardSection } from '../../ui/show/facts.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Dealer } from './client.ts';
import css from './dealers.module.css';

/** Cards that a dealer has and has not sold, a line a batch. */
export const HeldCards = (props: { held: Dealer['held']; currency: string; none: string }) => {
  const t = useTexts('dealers');
  const { held, currency, none } = props;
  return (
    <CardSection title={t('dealer.held')}>
      {held.length === 0 ? <p className="dim">{none}</p> : null}
      <ul className={css.lines}>
        {held.map(({ batchId, series, cards, valueMinor, validUntil }) => (
          <li key={batchId}>
            <span>
              <strong>{series}</strong>{' '}
              <span className="dim">{t('dealer.until', { on: formatDay(validUntil) })}</span>
            </span>
            <span className={`${css.end} tabular`}>
              {t('dealer.cardsCount', { count: cards, number: formatNumber(cards) })} ·{' '}
              {formatMoney(valueMinor, currency)}
            </span>
          </li>
        ))}
      </ul>
    </CardSection>
  );
};
