import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Card } from '../client.ts';
import css from '../dealers.module.css';

/** What a payer did with it, above what was done by us and by dealers. */
export const ActivatedLine = ({ card, at }: { card: Card; at: string }) => {
  const t = useTexts('dealers');
  return (
    <li>
      <span>
        <strong>{t('choices.doneToOne.activated')}</strong>
        {card.account === null ? null : ` · ${card.account.number}`}
      </span>
      <span className={`${css.end} dim`}>
        <Instant at={at} />
      </span>
    </li>
  );
};
