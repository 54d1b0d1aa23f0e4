import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Kpi } from '../client.ts';
import { RowsLink } from './rows-link.tsx';
import { Spark } from './spark.tsx';
import { figureWords, rowsPath } from './words.ts';
import css from './kpis.module.css';

type Props = {
  kpi: Kpi;
  months: readonly string[];
  month: string;
  currency: string;
  slice: Record<string, string>;
  isChosen: boolean;
  onChoose: () => void;
};

/** A figure of the month with how it went; its name chooses it for the chart. */
export const KpiCard = (props: Props) => {
  const { kpi, months, month, currency, slice, isChosen, onChoose } = props;
  const t = useTexts('reports');
  const at = months.indexOf(month);
  const words = figureWords(kpi, kpi.values[at], currency);
  return (
    <div className={`${css.card} ${isChosen ? css.chosen : ''}`}>
      <button
        type="button"
        className={css.name}
        aria-pressed={isChosen}
        title={t(`definitions.${kpi.key}`)}
        onClick={onChoose}
      >
        {t(`names.${kpi.key}`)}
      </button>
      <RowsLink className={css.value} to={rowsPath(kpi.key, month, slice)}>
        {words}
      </RowsLink>
      <Change kpi={kpi} now={kpi.values[at]} before={kpi.values[at - 1]} />
      <div className={css.trend}>
        <Spark values={kpi.values.slice(0, at + 1)} />
      </div>
    </div>
  );
};

type ChangeProps = {
  kpi: Kpi;
  now: number | null | undefined;
  before: number | null | undefined;
};

/** Against the month before: shares in points, all else in hundredths of what it was. */
const Change = ({ kpi, now, before }: ChangeProps) => {
  const t = useTexts('reports');
  if (now == null || before == null) return <span className={css.change}>—</span>;
  const difference = now - before;
  const size = Math.abs(difference);
  if (kpi.unit !== 'share' && before === 0) return <span className={css.change}>—</span>;
  const told =
    kpi.unit === 'share'
      ? t('kpis.points', { count: formatNumber(size * 100, 2) })
      : formatPercent(size / Math.abs(before), 1);
  const tone = difference === 0 ? '' : toneOf(kpi, difference);
  const sign = ['−', '', '+'][Math.sign(difference) + 1];
  return <span className={`${css.change} ${tone}`}>{`${sign}${told}`}</span>;
};

const toneOf = ({ good }: Kpi, difference: number): string | undefined =>
  difference > 0 === (good === 'up') ? css.better : css.worse;
