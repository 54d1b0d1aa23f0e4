import type { ReactNode } from 'react';
import { formatNumber } from '../../ui/format.ts';
import { Instant } from '../../ui/show/time.tsx';
import { useTexts } from '../../ui/texts.ts';
import { cardNumber } from '../api/kinds.ts';
import type { Deed } from './client.ts';
import css from './dealers.module.css';

/** Which numbers a deed was for, as they stand on the cards. */
export const rangeOf = ({ series, firstNumber, lastNumber }: Deed): string =>
  firstNumber === lastNumber
    ? cardNumber(series, firstNumber)
    : `${cardNumber(series, firstNumber)} – ${cardNumber('', lastNumber).trim()}`;

type Props = {
  deeds: readonly Deed[];
  /** Told of one card, whatever its neighbours went through with it. */
  isOfOne?: boolean;
  /** Lines above them. */
  children?: ReactNode;
};

/** What was done to cards, a line a range. */
export const DeedLines = ({ deeds, isOfOne = false, children }: Props) => {
  const t = useTexts('dealers');
  return (
    <ul className={css.lines}>
      {children}
      {deeds.map((deed) => (
        <li key={deed.id}>
          <span>
            <strong>{t(`choices.${isOfOne ? 'doneToOne' : 'done'}.${deed.kind}`)}</strong>
            {deed.dealer === null ? null : ` · ${deed.dealer}`}
            <br />
            <span className="tabular dim">{rangeOf(deed)}</span>
            {deed.reason === '' ? null : <span className="dim"> · {deed.reason}</span>}
          </span>
          <span className={`${css.end} dim`}>
            {t('dealer.cardsCount', {
              count: deed.lastNumber - deed.firstNumber + 1,
              number: formatNumber(deed.lastNumber - deed.firstNumber + 1),
            })}
            <br />
            <Instant at={deed.doneAt} />
            {deed.doneBy === null ? null : ` · ${deed.doneBy}`}
          </span>
        </li>
      ))}
    </ul>
  );
};
