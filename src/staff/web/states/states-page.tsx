import { Hourglass } from 'lucide-react';
import { PeriodChoice } from '../../../ui/form/period-choice.tsx';
import { usePeriod } from '../../../ui/form/use-period.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { StatesTable } from './states-table.tsx';
import css from './states.module.css';

/** How long people were ready, at rest and away, by person and day. */
export const Component = () => {
  const t = useTexts('staff');
  const [period, setPeriod] = usePeriod(1);
  useLiveRefresh(['staff.presence_changed'], ['/api/states']);
  const { data, error, refetch } = useRead('GET /api/states', period, { isKept: true });
  const people = data?.people.filter(({ days }) => days.length > 0) ?? [];
  return (
    <Page title={t('states.title')} layout="padded">
      <div className={css.report}>
        <PeriodChoice period={period} onChange={setPeriod} />
        {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
        {data && people.length === 0 ? (
          <EmptyState
            icon={Hourglass}
            title={t('states.emptyTitle')}
            text={t('states.emptyText')}
          />
        ) : null}
        {people.length > 0 ? <StatesTable people={people} /> : null}
        <p className={css.note}>{t('states.rule')}</p>
      </div>
    </Page>
  );
};
