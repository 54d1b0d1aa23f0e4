import { formatInstant } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Tally } from '../api/channels.ts';
import css from './channels.module.css';

const places = ['shown', 'noted', 'refused', 'quarantined', 'waiting'] as const;

type There = { count: number | null; missing: number | null; at: string | null };
type Props = {
  tally: Tally;
  /** What the provider itself holds; left out where people come to our own door. */
  there?: There;
};

/** What the provider holds, as far as it tells: what it does not tell cannot be held against us. */
const ThereLine = ({ count, missing, at }: There) => {
  const t = useTexts('channels');
  if (count === null || at === null) return <p>{t('channels.tally.notTold')}</p>;
  return (
    <>
      <p>
        {t('channels.tally.there', { at: formatInstant(at) })} <b>{count}</b>
      </p>
      {missing ? (
        <p className={css.wrong} role="alert">
          {t('channels.tally.missing', { count: missing })}
        </p>
      ) : null}
    </>
  );
};

/**
 * What came within a day and where it is, from left to right: came, stored, and where what was
 * stored stands. It says by itself whether that adds up, and where not.
 */
export const TallyLine = ({ tally, there }: Props) => {
  const t = useTexts('channels');
  const beyond = there ? <ThereLine {...there} /> : null;
  const isWhole = tally.lost === 0 && !there?.missing;
  if (tally.seen === 0) {
    return (
      <div className={css.tally}>
        {t('channels.tally.none')}
        {beyond}
      </div>
    );
  }
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
      {isWhole ? <Badge tone="green">{t('channels.tally.adds')}</Badge> : null}
      {tally.lost === 0 ? null : (
        <p className={css.wrong} role="alert">
          {t('channels.tally.lost', { count: tally.lost })}
        </p>
      )}
      {beyond}
    </div>
  );
};
