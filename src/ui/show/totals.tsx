import type { ReactNode } from 'react';
import css from './figures.module.css';

type Total = { key: string; value: string; label: string; hint?: ReactNode };

/** The few figures that a page is opened for. */
export const Totals = ({ totals }: { totals: readonly Total[] }) => (
  <div className={css.totals}>
    {totals.map(({ key, value, label, hint }) => (
      <div key={key} className={css.total}>
        <span className={css.totalValue}>{value}</span>
        <span className={css.totalLabel}>{label}</span>
        {hint === undefined ? null : <span className={css.totalLabel}>{hint}</span>}
      </div>
    ))}
  </div>
);
