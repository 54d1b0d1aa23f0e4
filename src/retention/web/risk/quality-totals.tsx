import { formatDay, formatNumber, formatPercent } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import css from '../../../ui/show/figures.module.css';
import { Totals } from '../../../ui/show/totals.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Model, Quality } from './client.ts';
import { digits, isDrift } from './digits.ts';

type Props = { quality: Quality; model: Model };

/** The few figures of a version, and what it was learnt from and measured on. */
export const QualityTotals = ({ quality, model }: Props) => {
  const t = useTexts('retention');
  const q = (key: string, values?: object): string => t(`risk.quality.${key}`, { ...values });
  const horizon = { days: quality.horizonDays };
  const score = model.drifts.find(({ fact }) => fact === 'score');
  const totals = [
    { key: 'auc', value: digits(quality.auc, 3), label: q('auc', horizon), hint: q('aucHint') },
    { key: 'lift', value: digits(quality.topDecileLift, 2), label: q('lift', horizon) },
    {
      key: 'calibration',
      value: quality.calibrationError === null ? '—' : formatPercent(quality.calibrationError, 2),
      label: q('calibration', horizon),
    },
    { key: 'leaversSeen', value: formatNumber(quality.laterLeavers), label: q('leaversSeen') },
    {
      key: 'drift',
      value: digits(score?.psi ?? null, 3),
      label: q('drift'),
      ...(isDrift(score?.psi ?? null) ? { hint: <Badge tone="amber">{q('isDrift')}</Badge> } : {}),
    },
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
      <Totals totals={totals} />
      <p className={css.rule}>{q('rule', days)}</p>
      {quality.chosen === 'trees' ? <p className={css.rule}>{t('risk.card.byTrees')}</p> : null}
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
