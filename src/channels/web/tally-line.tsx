import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Tally } from '../api/channels.ts';
import css from './channels.module.css';

const places = ['shown', 'noted', 'refused', 'quarantined', 'waiting'] as const;

/**
 * What came within a day and where it is, from left to right: came, stored, and where what was
 * stored stands. It says by itself whether that adds up, and where not.
 */
export const TallyLine = ({ tally }: { tally: Tally }) => {
  const t = useTexts('channels');
  if (tally.seen === 0) return <p className={css.tally}>{t('channels.tally.none')}</p>;
  const shown = places.filter((place) => place === 'shown' || tally[place] > 0);
  return (
    <div className={css.tally}>
      <b>{t('channels.tally.title')}:</b>{' '}
      <span>
        {t('channels.tally.seen')} <b>{tally.seen}</b>
        {tally.repeats > 0 ? ` (${t('channels.tally.repeats')} ${tally.repeats})` : ''}
      </span>
      {' → '}
      <span>
        {t('channels.tally.stored')} <b>{tally.stored}</b>
      </span>
      {' = '}
      <span>
        {shown.map((place, at) => (
          <span key={place}>
            {at === 0 ? '' : ' + '}
            {t(`channels.tally.${place}`)} <b>{tally[place]}</b>
          </span>
        ))}
      </span>{' '}
      {tally.lost === 0 ? (
        <Badge tone="green">{t('channels.tally.adds')}</Badge>
      ) : (
        <p className={css.wrong} role="alert">
          {t('channels.tally.lost', { count: tally.lost })}
        </p>
      )}
    </div>
  );
};
