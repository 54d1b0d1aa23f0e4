import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { usePeriod } from '../../../ui/form/use-period.ts';
import { Page } from '../../../ui/show/page.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import css from '../vip.module.css';
import { AuditTables } from './audit-tables.tsx';

const YEAR_DAYS = 365;

/** Who gave what to whom, and where somebody was unusually generous. */
export const Component = () => {
  const t = useTexts('vip');
  const [period, setPeriod] = usePeriod(YEAR_DAYS);
  const read = useRead('GET /api/vip-gifts/audit', period, { isKept: true });
  return (
    <Page
      title={t('audit.title')}
      subtitle={t('audit.subtitle')}
      backTo="/vip"
      layout="padded"
      actions={<PeriodChoice period={period} onChange={setPeriod} />}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className={css.page}>{read.data ? <AuditTables audit={read.data} /> : null}</div>
    </Page>
  );
};
