import { formatNumber, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import { type Figures, useRead } from '../client.ts';
import { monthName } from '../days.ts';
import css from '../vip.module.css';

/** How days divide by quarter, month and kind: no month goes without its budget. */
export const OccasionFigures = () => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-occasion-figures');
  if (!data || data.count === 0) return null;
  return (
    <div className={css.two}>
      <section className={figures.sheet} aria-label={t('occasions.byQuarter')}>
        <h2>{t('occasions.byQuarter')}</h2>
        <Bars
          isQuarters
          bars={data.quarters.map(({ quarter, ...counted }) => ({
            ...counted,
            label: t('occasions.quarter', { quarter }),
          }))}
        />
        <Kinds kinds={data.kinds} />
      </section>
      <section className={figures.sheet} aria-label={t('occasions.byMonth')}>
        <h2>{t('occasions.byMonth')}</h2>
        <Bars
          bars={data.months.map(({ month, ...counted }) => ({
            ...counted,
            label: monthName(month).slice(0, 3),
          }))}
        />
        <p className={figures.rule}>
          {t('occasions.sum', { count: formatNumber(data.count), without: data.without })}
        </p>
      </section>
    </div>
  );
};

type Bar = { count: number; share: number; label: string };

const Bars = ({ bars, isQuarters }: { bars: readonly Bar[]; isQuarters?: boolean }) => {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className={`${css.bars} ${isQuarters ? css.quarters : ''}`}>
      {bars.map(({ label, count, share }) => (
        <div key={label} className={css.bar}>
          <b>{isQuarters ? formatPercent(share) : formatNumber(count)}</b>
          <div className={css.fill} style={{ height: `${Math.round((count / highest) * 80)}px` }} />
          <span>{label}</span>
        </div>
      ))}
    </div>
  );
};

const Kinds = ({ kinds }: Pick<Figures, 'kinds'>) => {
  const t = useTexts('vip');
  const said = kinds
    .filter(({ count }) => count > 0)
    .map(({ kind, share }) => `${t(`occasionKinds.${kind}`)} ${formatPercent(share)}`);
  return <p className={figures.rule}>{said.join(' · ')}</p>;
};
