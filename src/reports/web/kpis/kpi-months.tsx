import { formatDay } from '../../../ui/format.ts';
import { FigureTable } from '../../../ui/show/figure-table.tsx';
import figures from '../../../ui/show/figures.module.css';
import { LineChart } from '../../../ui/show/line-chart.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Kpi } from '../client.ts';
import { rowsLink } from './rows-link.tsx';
import { figureWords, monthWords, rowsPath } from './words.ts';

type Props = {
  kpi: Kpi;
  months: readonly string[];
  currency: string;
  slice: Record<string, string>;
};

/** One figure month by month: drawn, and as a table of which each figure opens its rows. */
export const KpiMonths = ({ kpi, months, currency, slice }: Props) => {
  const t = useTexts('reports');
  const name = t(`names.${kpi.key}`);
  const words = (value: number | null): string => figureWords(kpi, value, currency);
  const rows = months.map((month, at) => ({ month, value: kpi.values[at] ?? null }));
  const every = Math.ceil(months.length / 7);
  return (
    <div style={{ display: 'grid', gap: 16, minWidth: 0 }}>
      <section className={figures.sheet} aria-label={name}>
        <div className={figures.head}>
          <h2>{name}</h2>
        </div>
        <LineChart
          label={t('kpis.chart', { name })}
          lines={[{ key: kpi.key, name, points: kpi.values.map((y, x) => ({ x, y })) }]}
          format={words}
          marks={months.flatMap((month, x) =>
            x % every === 0 ? [{ x, label: formatDay(month, 'monthShort') }] : [],
          )}
        />
        <p className={figures.rule}>{t(`definitions.${kpi.key}`)}</p>
      </section>
      <FigureTable
        title={t('kpis.byMonth', { name })}
        rows={rows.toReversed()}
        keyOf={({ month }) => month}
        empty={t('kpis.notYet')}
        columns={[
          { key: 'month', label: t('kpis.month'), show: ({ month }) => monthWords(month) },
          {
            key: 'value',
            label: name,
            isStrong: true,
            show: ({ month, value }) =>
              rowsLink(words(value), value === null ? null : rowsPath(kpi.key, month, slice)),
          },
        ]}
      />
    </div>
  );
};
