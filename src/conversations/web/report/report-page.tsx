import { ChartColumn } from 'lucide-react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Report } from '../api.ts';
import { FigureTable } from './figure-table.tsx';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { Spread } from './spread.tsx';
import { Totals } from './totals.tsx';
import { type Period, usePeriod } from '../../../ui/form/use-period.ts';
import css from './report.module.css';

const Body = ({ report, period }: { report: Report; period: Period }) => {
  const t = useTexts('conversations');
  if (report.total.count === 0) {
    return (
      <EmptyState
        icon={ChartColumn}
        title={t('empty.report.title')}
        text={t('empty.report.text')}
      />
    );
  }
  return (
    <>
      <Totals total={report.total} period={period} />
      <Spread buckets={report.buckets} period={period} />
      <div className={css.tables}>
        <FigureTable
          title={t('report.byHour')}
          head={t('report.hour')}
          period={period}
          rows={report.hours.map((row) => ({
            key: String(row.hour),
            name: `${String(row.hour).padStart(2, '0')}:00`,
            filter: { hour: row.hour },
            figures: row,
          }))}
        />
        <FigureTable
          title={t('report.byAgent')}
          head={t('report.agent')}
          period={period}
          rows={report.agents.map((row) => ({
            key: String(row.staffId),
            name: row.name,
            filter: { staffId: row.staffId },
            figures: row,
          }))}
        />
      </div>
      <p className={css.rule}>{t('report.rule')}</p>
    </>
  );
};

/** Time to the first human touch: how fast people are called back, and where it goes wrong. */
export const Component = () => {
  const t = useTexts('conversations');
  const [period, setPeriod] = usePeriod();
  useLiveRefresh(['conversations.*'], ['/api/conversations/first-touch']);
  const { data, error, refetch } = useRead('GET /api/conversations/first-touch', period, {
    isKept: true,
  });
  return (
    <Page title={t('report.title')} layout="padded">
      <div className={css.report}>
        <PeriodChoice period={period} onChange={setPeriod} />
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data ? <Body report={data} period={period} /> : null}
      </div>
    </Page>
  );
};
