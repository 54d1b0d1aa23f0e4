import { formatNumber, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Effect } from '../client.ts';

/** How the items of a lesson were done before it was passed and after, or that it is too early. */
export const EffectFigures = ({ effect: { before, after, difference } }: { effect: Effect }) => {
  const t = useTexts('quality');
  const sideOf = ({ share }: Effect['before']): string =>
    share === null ? '—' : formatPercent(share);
  const points = (share: number): string =>
    `${share > 0 ? '+' : ''}${formatNumber(100 * share, 0)}`;
  return (
    <section className={figures.sheet} aria-label={t('effect.title')}>
      <div className={figures.head}>
        <h2>{t('effect.title')}</h2>
      </div>
      <Totals
        totals={[
          {
            key: 'before',
            value: sideOf(before),
            label: t('effect.before'),
            hint: t('effect.answers', { count: before.answers }),
          },
          {
            key: 'after',
            value: sideOf(after),
            label: t('effect.after'),
            hint: t('effect.answers', { count: after.answers }),
          },
          {
            key: 'difference',
            value: difference === null ? t('effect.early') : points(difference.difference),
            label: difference === null ? t('effect.earlyText') : t('effect.difference'),
            ...(difference === null
              ? {}
              : {
                  hint: t('effect.within', {
                    low: points(difference.low),
                    high: points(difference.high),
                  }),
                }),
          },
        ]}
      />
      <p className={figures.rule}>{t('effect.rule')}</p>
    </section>
  );
};
