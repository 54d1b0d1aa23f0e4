import { ceilingOf } from './chart-scale.ts';
import css from './line-chart.module.css';

export type ChartPoint = { x: number; y: number | null; low?: number; high?: number };
export type ChartLine = { key: string; name: string; points: readonly ChartPoint[] };

type Props = {
  /** What a screen reader says of it; its figures stand in a table beside it. */
  label: string;
  lines: readonly ChartLine[];
  format: (y: number) => string;
  /** Marks under the axis, each at its x. */
  marks: readonly { x: number; label: string }[];
  /** What a value was stands till the next. */
  isStepped?: boolean;
};

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [720, 240, 76, 22, 24, 12];
const MARKS = 4;
const MOST_LINES = 4;

/** A few lines over one axis, from nought up; down from it where something is below. */
export const LineChart = ({ label, lines, format, marks, isStepped = false }: Props) => {
  const shown = lines.slice(0, MOST_LINES);
  const points = shown.flatMap((line) => line.points);
  const heights = points.flatMap(({ y, low, high }) => [y, low, high].filter((v) => v != null));
  const top = ceilingOf(Math.max(0, ...heights));
  const bottom = -ceilingOf(-Math.min(0, ...heights));
  const [first, last] = [
    Math.min(...points.map(({ x }) => x)),
    Math.max(...points.map(({ x }) => x)),
  ];
  const x = (at: number): number =>
    LEFT + ((at - first) / Math.max(1e-9, last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (at: number): number =>
    HEIGHT - BOTTOM - ((at - bottom) / Math.max(1e-9, top - bottom)) * (HEIGHT - BOTTOM - TOP);
  const within = marks.filter((mark) => mark.x >= first && mark.x <= last);
  const levels = Array.from(
    { length: MARKS + 1 },
    (_, at) => bottom + ((top - bottom) * at) / MARKS,
  );
  return (
    <figure style={{ margin: 0 }}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.chart} role="img" aria-label={label}>
        {levels.map((level) => (
          <g key={level}>
            <line className={css.grid} x1={LEFT} y1={y(level)} x2={WIDTH - RIGHT} y2={y(level)} />
            <text x={LEFT - 8} y={y(level) + 4} textAnchor="end">
              {format(level)}
            </text>
          </g>
        ))}
        <line className={css.axis} x1={LEFT} y1={y(0)} x2={WIDTH - RIGHT} y2={y(0)} />
        {within.map((mark) => (
          <text key={mark.x} x={x(mark.x)} y={HEIGHT - 6} textAnchor="middle">
            {mark.label}
          </text>
        ))}
        {shown.map((line, at) => (
          <g key={line.key}>
            <path className={`${css.band} ${css[`line${at}`]}`} d={bandOf(line, x, y, isStepped)} />
            <path className={`${css.line} ${css[`line${at}`]}`} d={pathOf(line, x, y, isStepped)} />
          </g>
        ))}
      </svg>
      {shown.length > 1 ? (
        <figcaption className={css.names}>
          {shown.map((line, at) => (
            <span key={line.key}>
              <svg width="28" height="8" aria-hidden>
                <path className={`${css.line} ${css[`line${at}`]}`} d="M0 4H28" />
              </svg>
              {line.name}
            </span>
          ))}
        </figcaption>
      ) : null}
    </figure>
  );
};

type Scale = (at: number) => number;

function pathOf(line: ChartLine, x: Scale, y: Scale, isStepped: boolean): string {
  let isDrawn = false;
  return line.points
    .map((point) => {
      if (point.y === null) {
        isDrawn = false;
        return '';
      }
      const [px, py] = [x(point.x), y(point.y)];
      const step = !isDrawn ? `M${px} ${py}` : isStepped ? `H${px}V${py}` : `L${px} ${py}`;
      isDrawn = true;
      return step;
    })
    .join('');
}

/** What lies between the lower and the upper bound, where they are told. */
function bandOf(line: ChartLine, x: Scale, y: Scale, isStepped: boolean): string {
  const bounds = line.points.flatMap(({ x: at, low, high }) =>
    low === undefined || high === undefined ? [] : [{ x: at, low, high }],
  );
  if (bounds.length === 0) return '';
  const side = (of: 'low' | 'high'): ChartLine => ({
    ...line,
    points: bounds.map((bound) => ({ x: bound.x, y: bound[of] })),
  });
  const lower = bounds
    .map((bound, at) => ({ ...bound, before: bounds[at - 1]?.low ?? bound.low }))
    .toReversed()
    .map(({ x: at, low, before }) =>
      isStepped ? `L${x(at)} ${y(low)}V${y(before)}` : `L${x(at)} ${y(low)}`,
    );
  return `${pathOf(side('high'), x, y, isStepped)}${lower.join('')}Z`;
}
