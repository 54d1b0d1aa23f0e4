import { useTexts } from '../../../ui/texts.ts';
import { type Counted, type Kpi, type Shown, useRead } from '../client.ts';
import { KpiCard } from './kpi-card.tsx';
import { KpiMonths } from './kpi-months.tsx';
import { KpiParts } from './kpi-parts.tsx';
import type { Change, Slice } from './use-address.ts';
import { isWorth } from './words.ts';
import css from './kpis.module.css';

const groups = {
  people: ['base', 'connections', 'returns', 'leavers', 'leavers_by_wish'],
  churn: ['churn_gross', 'churn_net', 'churn_by_wish'],
  money: ['mrr', 'arpu', 'mrr_new', 'mrr_return', 'mrr_expansion', 'mrr_contraction', 'mrr_churn'],
  contacts: ['contacts', 'touch_kept', 'contacts_again', 'solved_first', 'outage_minutes'],
  selling: ['sales', 'sales_monthly', 'cac', 'lifetime', 'payback'],
  keeping: ['wishes', 'saved'],
} as const satisfies Record<string, readonly Kpi['key'][]>;

type Props = {
  shown: Shown;
  month: string;
  slice: Slice;
  name: string | null;
  chosen: string | null;
  onChange: Change;
};

/** All figures of the month, and the one that is looked at closer. */
export const KpiBody = ({ shown, month, slice, name, chosen, onChange }: Props) => {
  const t = useTexts('reports');
  const { months, currency } = shown;
  const told = { ...slice, ...(name === null ? {} : { name }) };
  const kpis = [...shown.kpis, ...useWorth(shown, slice)];
  const kpi = kpis.find(({ key }) => key === chosen) ?? kpis[0];
  return (
    <>
      {Object.entries(groups)
        .map(([group, keys]) => ({ group, own: kpis.filter(({ key }) => keys.some(is(key))) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <section key={group} className={css.cards} aria-label={t(`groups.${group}`)}>
            <h2>{t(`groups.${group}`)}</h2>
            {own.map((one) => (
              <KpiCard
                key={one.key}
                kpi={one}
                months={months}
                month={month}
                currency={currency}
                slice={told}
                isChosen={one.key === kpi?.key}
                onChoose={() => onChange({ kpi: one.key })}
              />
            ))}
          </section>
        ))}
      {kpi ? (
        <div className={css.beside}>
          <KpiMonths kpi={kpi} months={months} currency={currency} slice={told} />
          {isCounted(kpi) ? (
            <KpiParts kpi={kpi} month={month} currency={currency} onChange={onChange} />
          ) : null}
        </div>
      ) : null}
    </>
  );
};

const is =
  (key: string) =>
  (one: string): boolean =>
    one === key;

const isCounted = (kpi: Kpi): kpi is Counted => !isWorth(kpi.key);

/** What sales cost and bring stands for all together: of no part of the base it is known. */
function useWorth({ months }: Shown, { dimension }: Slice): Kpi[] {
  const read = useRead(
    'GET /api/sales-worth',
    { months: Math.min(36, months.length + 1) },
    { isEnabled: !dimension, isKept: true },
  );
  const { data } = read;
  if (!data || dimension) return [];
  return data.kpis.map((one) => ({
    ...one,
    dimensions: [],
    values: months.map((month) => one.values[data.months.indexOf(month)] ?? null),
  }));
}
