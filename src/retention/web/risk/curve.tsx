import { formatPercent } from '../../../ui/format.ts';
import { ceilingOf } from '../../../ui/show/chart-scale.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Quality } from './client.ts';
import css from './risk.module.css';

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [420, 260, 46, 34, 10];

/** What was told against what came: on the dashed line every chance is true. */
export const Curve = ({ curve, days }: { curve: Quality['curve']; days: number }) => {
  const t = useTexts('retention');
  const most = ceilingOf(Math.max(0.01, ...curve.flatMap(({ told, left }) => [told, left])));
  const x = (share: number): number => LEFT + (share / most) * (WIDTH - LEFT - 10);
  const y = (share: number): number => HEIGHT - BOTTOM - (share / most) * (HEIGHT - BOTTOM - TOP);
  const marks = [0, most / 2, most];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.curve} role="img">
      <title>{t('risk.quality.curve', { days })}</title>
      <line className={css.axis} x1={x(0)} y1={y(0)} x2={x(most)} y2={y(0)} />
      <line className={css.axis} x1={x(0)} y1={y(0)} x2={x(0)} y2={y(most)} />
      <line className={css.honest} x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} />
      {marks.map((mark) => (
        <g key={mark}>
          <text x={LEFT - 6} y={y(mark) + 4} textAnchor="end">
            {formatPercent(mark, 1)}
          </text>
          <text x={x(mark)} y={HEIGHT - BOTTOM + 16} textAnchor={mark === most ? 'end' : 'middle'}>
            {formatPercent(mark, 1)}
          </text>
        </g>
      ))}
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 4} textAnchor="middle">
        {t('risk.quality.told')}
      </text>
      <text x={LEFT + 8} y={TOP + 8}>
        {t('risk.quality.came')}
      </text>
      <polyline
        className={css.line}
        points={curve.map(({ told, left }) => `${x(told)},${y(left)}`).join(' ')}
      />
      {curve.map(({ told, left, rows }) => (
        <circle key={`${told} ${left}`} className={css.point} cx={x(told)} cy={y(left)} r={4}>
          <title>{`${formatPercent(told, 1)} → ${formatPercent(left, 1)} (${rows})`}</title>
        </circle>
      ))}
    </svg>
  );
};
