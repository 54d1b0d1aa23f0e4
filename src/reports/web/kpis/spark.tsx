const [WIDTH, HEIGHT] = [84, 26];

/** How a figure went, without a word: its months stand in the table of the page. */
export const Spark = ({ values }: { values: readonly (number | null)[] }) => {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const all = known.map(({ value }) => value);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (known.length < 2) return <svg width={WIDTH} height={HEIGHT} aria-hidden />;
  const x = (at: number): number => (at / (values.length - 1)) * (WIDTH - 2) + 1;
  const y = (value: number): number =>
    HEIGHT - 2 - ((value - low) / Math.max(1e-9, high - low)) * (HEIGHT - 4);
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden>
      <polyline
        fill="none"
        stroke="var(--accent)"
        strokeWidth={1.5}
        points={known.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')}
      />
    </svg>
  );
};
