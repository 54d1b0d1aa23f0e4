import { formatDay, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { ListEffects } from '../lists/list-effects.tsx';
import { type Play, useRead } from './client.ts';

/** What a play brings, beside those to whom it would have turned, but chance did not let it. */
export const PlayEffect = ({ play }: { play: Play }) => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/plays/{id}/effect', { id: play.id }, { staleMs: 600_000 });
  if (!data || data.begunOn === null) return null;
  const { begunOn, treated, held, unserved } = data;
  const isBack = play.aim === 'win_back';
  const isEverybodys = play.offer?.kind === 'repair' || play.offer?.kind === 'deferral';
  const sizes = {
    begunOn: formatDay(begunOn),
    treated: formatNumber(treated),
    held: formatNumber(held),
    unserved: formatNumber(unserved),
  };
  return (
    <section aria-label={t('plays.effect.title')}>
      <h2>{t('plays.effect.title')}</h2>
      <p className="dim">{t('plays.effect.rule', sizes)}</p>
      {unserved > 0 ? <p className="dim">{t('plays.effect.unserved', sizes)}</p> : null}
      {isEverybodys && held === 0 ? (
        <p className="dim">{t('plays.effect.everybodys')}</p>
      ) : (
        <ListEffects
          list={data}
          title={t(isBack ? 'lists.effectAway' : 'lists.effect')}
          since={begunOn}
          whom={isBack ? 'away' : 'left'}
        />
      )}
    </section>
  );
};
