import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import figures from '../../../ui/show/figures.module.css';
import { LineChart } from '../../../ui/show/line-chart.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { lifeDimensions } from '../../survival/dimensions.ts';
import type { Curve } from '../client.ts';
import { useValueWords } from '../kpis/words.ts';
import { ReportMenu } from '../papers/report-menu.tsx';

const marks = [0, 6, 12, 18, 24, 30, 36];
const rows = [1, 3, 6, 12, 18, 24, 36];

type Props = { curves: readonly Curve[]; by: (typeof lifeDimensions)[number] };

/** Curves with their bounds, and the same as a table. */
export const SurvivalCurves = ({ curves, by }: Props) => {
  const t = useTexts('reports');
  const valueWords = useValueWords();
  const nameOf = ({ value, name }: Curve): string =>
    by === 'all' ? t('dimensions.all') : valueWords(by, value, name);
  const percent = (share: number): string => formatPercent(share);
  return (
    <>
      <section className={figures.sheet} aria-label={t('survival.curve')}>
        <div className={figures.head}>
          <h2>{t('survival.curve')}</h2>
          <ReportMenu ask={{ report: 'survival', lives: by }} />
        </div>
        <LineChart
          label={t('kpis.chart', { name: t('survival.curve') })}
          isStepped
          format={percent}
          marks={marks.map((x) => ({ x, label: formatNumber(x) }))}
          lines={curves.map((curve) => ({
            key: curve.value,
            name: nameOf(curve),
            points: [
              { x: 0, y: 1, low: 1, high: 1 },
              ...curve.points.map(({ after, share, low, high }) => ({
                x: after,
                y: share,
                low,
                high,
              })),
            ],
          }))}
        />
        <p className={figures.rule}>{t('survival.rule')}</p>
      </section>
      <FigureTable
        title={t('survival.table')}
        rows={curves}
        keyOf={({ value }) => value}
        empty={t('kpis.notYet')}
        rule={t('survival.tableRule')}
        columns={[
          { key: 'name', label: t(`dimensions.${by}`), show: nameOf },
          {
            key: 'accounts',
            label: t('survival.accounts'),
            show: ({ accounts }) => formatNumber(accounts),
          },
          {
            key: 'median',
            label: t('survival.median'),
            show: ({ medianMonths }) => (medianMonths === null ? '—' : formatNumber(medianMonths)),
          },
          ...rows.map((months) => ({
            key: String(months),
            label: t('survival.months', { count: months }),
            show: (curve: Curve) => keptAt(curve, months),
          })),
        ]}
      />
    </>
  );
};

/** The share that is here after so many months, and its bounds; nothing where none was so long. */
function keptAt({ points, longestMonths }: Curve, months: number): string {
  if (months > longestMonths) return '—';
  const last = points.findLast(({ after }) => after <= months);
  if (!last) return formatPercent(1);
  return `${formatPercent(last.share, 1)} (${formatNumber(last.low * 100)}–${formatNumber(last.high * 100)})`;
}
