import { useTexts } from '../../../ui/texts.ts';
import type { Shown } from '../client.ts';
import { KpiCard } from './kpi-card.tsx';
import { KpiMonths } from './kpi-months.tsx';
import { KpiParts } from './kpi-parts.tsx';
import type { Change, Slice } from './use-address.ts';
import css from './kpis.module.css';

const groups = {
  people: ['base', 'connections', 'returns', 'leavers', 'leavers_by_wish'],
  churn: ['churn_gross', 'churn_net', 'churn_by_wish'],
  money: ['mrr', 'arpu', 'mrr_new', 'mrr_return', 'mrr_expansion', 'mrr_contraction', 'mrr_churn'],
} as const satisfies Record<string, readonly Shown['kpis'][number]['key'][]>;

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
  const { kpis, months, currency } = shown;
  const told = { ...slice, ...(name === null ? {} : { name }) };
  const kpi = kpis.find(({ key }) => key === chosen) ?? kpis[0];
  return (
    <>
      {Object.entries(groups).map(([group, keys]) => (
        <section key={group} className={css.cards} aria-label={t(`groups.${group}`)}>
          <h2>{t(`groups.${group}`)}</h2>
          {kpis
            .filter(({ key }) => keys.some((one) => one === key))
            .map((one) => (
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
          <KpiParts kpi={kpi} month={month} currency={currency} onChange={onChange} />
        </div>
      ) : null}
    </>
  );
};
