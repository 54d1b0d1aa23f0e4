import { formatNumber, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Plan } from './client.ts';
import css from './plan.module.css';

type Props = { sample: Plan['sample']; least: number };

/** What a list of these people could show, before it is begun. */
export const PlanSample = ({ sample, least }: Props) => {
  const t = useTexts('retention');
  const { treated, held, baseShare, neededTreated, neededHeld } = sample;
  const isEnough = treated >= neededTreated && held >= neededHeld;
  return (
    <section className={figures.sheet} aria-label={t('plan.sample')}>
      <h2>{t('plan.sample')}</h2>
      <p className={css.words}>
        {t('plan.sampleCounts', {
          treated: formatNumber(treated),
          held: formatNumber(held),
          base: formatPercent(baseShare, 1),
        })}
      </p>
      <p className={css.words}>
        {t('plan.sampleNeeds', {
          points: formatNumber(least, 1),
          treated: formatNumber(neededTreated),
          held: formatNumber(neededHeld),
        })}
      </p>
      {isEnough ? (
        <p className={css.words}>{t('plan.sampleEnough')}</p>
      ) : (
        <p className={css.warning}>
          {t('plan.sampleFew', {
            visible: formatNumber(sample.visiblePoints, 1),
            expected: formatNumber(sample.expectedPoints, 1),
          })}
        </p>
      )}
    </section>
  );
};
