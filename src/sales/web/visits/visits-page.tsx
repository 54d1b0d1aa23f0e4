import { CalendarClock } from 'lucide-react';
import { formatDay } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { DaySteps } from './day-steps.tsx';
import { useVisitFilter } from './use-visit-filter.ts';
import { VisitLine } from './visit-line.tsx';
import { VisitFilters } from './visit-filters.tsx';
import css from './visits.module.css';

const news = [
  'sales.visit_booked',
  'sales.visit_moved',
  'sales.visit_cancelled',
  'sales.deal_connected',
  'sales.connection_undone',
];

/** Who is visited on a day: the dispatcher's list. */
export const Component = () => {
  const t = useTexts('sales');
  const filter = useVisitFilter();
  const { on, district, isOpenOnly, change } = filter;
  const read = useRead('GET /api/visits', { on });
  useLiveRefresh(news, ['/api/visits']);
  const all = read.data?.visits ?? [];
  const districts = [...new Set(all.map((visit) => visit.district))].filter(Boolean);
  const visits = all.filter(
    (visit) => (district === '' || visit.district === district) && !(isOpenOnly && visit.isDone),
  );
  return (
    <Page
      title={t('visits.title')}
      subtitle={formatDay(on, 'weekday')}
      backTo="/deals"
      layout="padded"
      actions={<DaySteps on={on} onShow={(day) => change({ on: day, district: null })} />}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {all.length > 0 ? <VisitFilters filter={filter} districts={districts} /> : null}
      {read.data && visits.length === 0 ? (
        <EmptyState icon={CalendarClock} title={t('visits.empty')} text={t('visits.emptyText')} />
      ) : null}
      {visits.length > 0 ? (
        <ul className={css.list}>
          {visits.map((visit) => (
            <VisitLine key={visit.id} visit={visit} />
          ))}
        </ul>
      ) : null}
    </Page>
  );
};
