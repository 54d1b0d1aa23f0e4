import { formatNumber } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenSegment } from '../client.ts';
import css from './open.module.css';

const WIDTH = 600;
const HEIGHT = 100;

/** How many were in it, counting by counting, the earliest at the left. */
export const Trend = ({ counts }: Pick<OpenSegment, 'counts'>) => {
  const t = useTexts('segments');
  const past = counts.toReversed();
  const [first, last] = [past[0], past.at(-1)];
  if (!first || !last || past.length < 2) return null;
  const begun = Date.parse(first.countedAt);
  const spanMs = Math.max(1, Date.parse(last.countedAt) - begun);
  const most = Math.max(1, ...past.map(({ size }) => size));
  const points = past.map(({ countedAt, size }) => ({
    x: ((Date.parse(countedAt) - begun) / spanMs) * WIDTH,
    y: HEIGHT - (size / most) * (HEIGHT - 8),
  }));
  // A size stands until the next counting, so the line goes in steps.
  const steps = points.map(({ x, y }, at) => (at === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join('');
  const label = t('open.trendLabel', {
    from: formatNumber(first.size),
    to: formatNumber(last.size),
  });
  return (
    <figure aria-label={t('open.trend')} style={{ margin: 0 }}>
      <svg
        className={css.trend}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <path
          d={steps}
          fill="none"
          stroke="currentColor"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="dim">{label}</figcaption>
    </figure>
  );
};
