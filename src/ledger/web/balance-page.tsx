import { PeriodChoice } from '../../ui/form/period-choice.tsx';
import { usePeriod } from '../../ui/form/use-period.ts';
import { useLiveRefresh } from '../../ui/live.ts';
import { Page } from '../../ui/show/page.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { Balances } from './balances.tsx';
import { useRead } from './client.ts';
import { CloseAction } from './close-period.tsx';
import { Closings } from './closings.tsx';
import css from './ledger.module.css';

/** The trial balance of a period, and the periods that were closed. */
export const Component = () => {
  const t = useTexts('ledger');
  const [period, setPeriod] = usePeriod(30);
  useLiveRefresh(['ledger.period_closed'], ['/api/ledger']);
  const { data, error, refetch } = useRead('GET /api/ledger/trial-balance', period, {
    isKept: true,
  });
  return (
    <Page
      title={t('balance.title')}
      subtitle={t('balance.subtitle')}
      layout="padded"
      actions={<CloseAction closedThrough={data?.closedThrough ?? null} />}
    >
      <div className={css.column}>
        <PeriodChoice period={period} onChange={setPeriod} />
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data ? <Balances rows={data.rows} /> : null}
        <Closings />
      </div>
    </Page>
  );
};
