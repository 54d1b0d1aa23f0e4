import { formatDay, formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { ListEffects } from '../lists/list-effects.tsx';

/** What all that is done ahead brings against those of whom it is always withheld. */
export const ControlPart = () => {
  const t = useTexts('retention');
  const { data } = useRead('GET /api/control-effect', {}, { staleMs: 600_000 });
  if (!data) return null;
  const { begunOn, treated, held } = data;
  const sizes = { treated: formatNumber(treated), held: formatNumber(held) };
  return (
    <section aria-label={t('control.title')}>
      <h2>{t('control.title')}</h2>
      {begunOn === null ? <p className="dim">{t('control.none')}</p> : null}
      {data.isCounted ? null : <p className="dim">{t('control.tooLong')}</p>}
      {begunOn !== null && data.isCounted ? (
        <>
          <p className="dim">{t('control.rule', { begunOn: formatDay(begunOn), ...sizes })}</p>
          <ListEffects list={data} title={t('control.effect')} since={begunOn} />
        </>
      ) : null}
    </section>
  );
};
