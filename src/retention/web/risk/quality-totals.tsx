import { formatDay, formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Model, Quality } from './client.ts';
import { digits } from './digits.ts';
import css from './risk.module.css';

type Props = { quality: Quality; model: Model };

/** The few figures of a version, and what it was learnt from and measured on. */
export const QualityTotals = ({ quality, model }: Props) => {
  const t = useTexts('retention');
  const q = (key: string, values?: object): string => t(`risk.quality.${key}`, { ...values });
  const score = model.drifts.find(({ fact }) => fact === 'score');
  const totals = [
    { key: 'auc', value: digits(quality.auc, 3), hint: q('aucHint') },
    { key: 'lift', value: digits(quality.topDecileLift, 2) },
    {
      key: 'calibration',
      value: quality.calibrationError === null ? '—' : formatPercent(quality.calibrationError, 2),
    },
    { key: 'leaversSeen', value: formatNumber(quality.laterLeavers) },
    { key: 'drift', value: digits(score?.psi ?? null, 3) },
  ];
  const days = {
    rows: formatNumber(quality.rows),
    leavers: formatNumber(quality.leavers),
    from: formatDay(quality.fromOn, 'month'),
    to: formatDay(quality.toOn, 'month'),
    laterFrom: formatDay(quality.laterFromOn, 'month'),
    laterTo: formatDay(quality.laterToOn, 'month'),
    days: quality.horizonDays,
  };
  return (
    <>
      <div className={css.totals}>
        {totals.map(({ key, value, hint }) => (
          <div key={key} className={css.total}>
            <span className={css.totalValue}>{value}</span>
            <span className={css.label}>{q(key)}</span>
            {hint === undefined ? null : <span className={css.label}>{hint}</span>}
          </div>
        ))}
      </div>
      <p className={css.rule}>{q('rule', days)}</p>
      {quality.leaks.length === 0 ? null : (
        <p className={css.rule}>
          {q('leaks', {
            names: quality.leaks.map(({ column }) => t(`risk.facts.${column}`)).join(', '),
          })}
        </p>
      )}
    </>
  );
};
