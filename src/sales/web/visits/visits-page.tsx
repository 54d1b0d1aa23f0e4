import { CalendarClock } from 'lucide-react';
import { formatDay } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Visits } from '../client.ts';
import { DayList } from './day-list.tsx';
import { DaySteps } from './day-steps.tsx';
import { useVisitFilter, type VisitFilter } from './use-visit-filter.ts';
import { VisitFilters } from './visit-filters.tsx';
import { WeekGrid } from './week-grid.tsx';

const news = [
  'sales.visit_booked',
  'sales.visit_moved',
  'sales.visit_cancelled',
  'sales.visit_slot_added',
  'sales.visit_slot_removed',
  'sales.deal_connected',
  'sales.connection_undone',
];

/** Who is visited in a week or on a day, and what is free: the dispatcher's page. */
export const Component = () => {
  const t = useTexts('sales');
  const filter = useVisitFilter();
  const { days, view, change } = filter;
  const [first = '', last] = [days[0], days.at(-1)];
  const read = useRead('GET /api/visits', { on: first, days: days.length }, { isKept: true });
  useLiveRefresh(news, ['/api/visits']);
  return (
    <Page
      title={t('visits.title')}
      subtitle={
        view === 'week' && last
          ? `${formatDay(first, 'dayMonth')} – ${formatDay(last, 'dayMonth')}`
          : formatDay(first, 'weekday')
      }
      backTo="/deals"
      layout="padded"
      actions={
        <DaySteps on={filter.on} stepDays={days.length} onShow={(day) => change({ on: day })} />
      }
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? <Shown read={read.data} filter={filter} /> : null}
    </Page>
  );
};

const Shown = ({ read, filter }: { read: Visits; filter: VisitFilter }) => {
  const t = useTexts('sales');
  const { days, view, district, isOpenOnly, linkTo } = filter;
  const districts = [...new Set(read.hours.map((one) => one.district))].filter(Boolean);
  const isShown = (one: { district: string }): boolean =>
    !districts.includes(district) || one.district === district;
  const hours = read.hours.filter(isShown);
  const visits = read.visits.filter((visit) => !(isOpenOnly && visit.isDone));
  return (
    <>
      <VisitFilters filter={filter} districts={districts} />
      {hours.length === 0 ? (
        <EmptyState
          icon={CalendarClock}
          title={t(view === 'week' ? 'visits.emptyWeek' : 'visits.empty')}
          text={t('visits.emptyText')}
        />
      ) : null}
      {hours.length > 0 && view === 'week' ? (
        <WeekGrid days={days} hours={hours} visits={visits} linkTo={linkTo} />
      ) : null}
      {hours.length > 0 && view === 'day' ? (
        <DayList on={filter.on} hours={hours} visits={visits} />
      ) : null}
    </>
  );
};
