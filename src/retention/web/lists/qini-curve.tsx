import { formatNumber, formatPercent } from '../../../ui/format.ts';
import figures from '../../../ui/show/figures.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenCareList } from '../plan/client.ts';
import css from '../plan/plan.module.css';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [460, 240, 46, 34, 10];

/** How many are kept when the most gainful are helped first; the dashed line is any order. */
export const QiniCurve = ({ qini }: { qini: NonNullable<OpenCareList['qini']> }) => {
  const t = useTexts('retention');
  const { curve, area } = qini;
  const all = curve.map(({ gained }) => gained);
  const [low, high] = [Math.min(0, ...all), Math.max(1, ...all)];
  const x = (share: number): number => LEFT + share * (WIDTH - LEFT - 10);
  const y = (gained: number): number =>
    HEIGHT - BOTTOM - ((gained - low) / (high - low)) * (HEIGHT - BOTTOM - TOP);
  const whole = curve.at(-1)?.gained ?? 0;
  return (
    <section className={figures.sheet} aria-label={t('lists.qini')}>
      <h2>{t('lists.qini')}</h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.curve} role="img">
        <title>{t('lists.qini')}</title>
        <line className={css.axis} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(0)} />
        <line className={css.axis} x1={x(0)} y1={y(low)} x2={x(0)} y2={y(high)} />
        <line className={css.chance} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(whole)} />
        {[0, high].map((mark) => (
          <text key={mark} x={LEFT - 6} y={y(mark) + 4} textAnchor="end">
            {formatNumber(mark)}
          </text>
        ))}
        {[0.5, 1].map((mark) => (
          <text
            key={mark}
            x={x(mark)}
            y={HEIGHT - BOTTOM + 16}
            textAnchor={mark === 1 ? 'end' : 'middle'}
          >
            {formatPercent(mark)}
          </text>
        ))}
        <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 4} textAnchor="middle">
          {t('lists.share')}
        </text>
        <text x={LEFT + 8} y={TOP + 8}>
          {t('lists.gained')}
        </text>
        <polyline
          className={css.gained}
          points={curve.map(({ share, gained }) => `${x(share)},${y(gained)}`).join(' ')}
        />
      </svg>
      <p className={figures.rule}>{t('lists.qiniRule', { area: formatNumber(area, 1) })}</p>
    </section>
  );
};
