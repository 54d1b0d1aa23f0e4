import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Report } from '../api.ts';
import { inSeconds, shareWithin, slowest, touched } from './figures.ts';
import { rowsPath, type RowsFilter } from './rows-path.ts';
import type { Period } from '../../../ui/form/use-period.ts';
import css from './report.module.css';

const Figure = (props: { label: string; value: ReactNode; to: string; isBad?: boolean }) => (
  <Link to={props.to} className={`${css.figure} ${props.isBad ? css.bad : ''}`}>
    <span className={css.figureValue}>{props.value}</span>
    <span className={css.figureLabel}>{props.label}</span>
  </Link>
);

/** The figures of the whole period; each opens the conversations behind it. */
export const Totals = ({ total, period }: { total: Report['total']; period: Period }) => {
  const t = useTexts('conversations');
  const share = shareWithin(total);
  const to = (filter: RowsFilter = {}): string => rowsPath(period, filter);
  return (
    <div className={css.figures}>
      <Figure
        label={t('report.share')}
        value={share === null ? '—' : formatPercent(share, 1)}
        to={to({ standing: 'within' })}
      />
      <Figure label={t('report.median')} value={inSeconds(total.medianSeconds)} to={to(touched)} />
      <Figure
        label={t('report.p95')}
        value={inSeconds(total.p95Seconds)}
        to={to(slowest(total.p95Seconds))}
      />
      <Figure label={t('report.count')} value={formatNumber(total.count)} to={to()} />
      <Figure
        label={t('report.late')}
        value={formatNumber(total.late)}
        to={to({ standing: 'late' })}
        isBad={total.late > 0}
      />
      <Figure
        label={t('report.overdue')}
        value={formatNumber(total.overdue)}
        to={to({ standing: 'overdue' })}
        isBad={total.overdue > 0}
      />
      <Figure
        label={t('report.running')}
        value={formatNumber(total.running)}
        to={to({ standing: 'running' })}
      />
      <Figure
        label={t('report.noCall')}
        value={formatNumber(total.noCall)}
        to={to({ standing: 'no_call' })}
      />
    </div>
  );
};
