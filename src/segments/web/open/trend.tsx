import { formatInstant, formatNumber } from '../../../ui/format.ts';
import { LineChart } from '../../../ui/show/line-chart.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { OpenSegment } from '../client.ts';

const MARKS = 4;

/** How many were in it, counting by counting, the earliest at the left. */
export const Trend = ({ counts }: Pick<OpenSegment, 'counts'>) => {
  const t = useTexts('segments');
  const past = counts.toReversed();
  const [first, last] = [past[0], past.at(-1)];
  if (!first || !last || past.length < 2) return null;
  const label = t('open.trendLabel', {
    from: formatNumber(first.size),
    to: formatNumber(last.size),
  });
  const name = t('open.trend');
  const points = past.map(({ countedAt, size }) => ({ x: Date.parse(countedAt), y: size }));
  return (
    <section aria-label={name}>
      <LineChart
        label={label}
        isStepped
        lines={[{ key: 'size', name, points }]}
        format={(size) => (Number.isInteger(size) ? formatNumber(size) : '')}
        marks={marksBetween(Date.parse(first.countedAt), Date.parse(last.countedAt))}
      />
      <p className="dim">{label}</p>
    </section>
  );
};

/** Days at even distances, each once. */
function marksBetween(from: number, to: number): { x: number; label: string }[] {
  const marks = Array.from({ length: MARKS }, (_, at) => {
    const x = from + ((to - from) * at) / MARKS;
    return { x, label: formatInstant(x, 'date') };
  });
  return marks.filter(({ label }, at) => label !== marks[at - 1]?.label);
}
