import { CalendarClock } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf, formatPhone } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { serverNow } from '../../../ui/now.ts';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';
import { hoursText } from './slot-words.ts';
import css from './visits.module.css';

/** Who is visited on a day: the dispatcher's list. */
export const Component = () => {
  const t = useTexts('sales');
  const [asked, ask] = useSearchParams();
  const on = asked.get('on') ?? dayOf(serverNow());
  const read = useRead('GET /api/visits', { on });
  useLiveRefresh(
    ['sales.visit_booked', 'sales.visit_moved', 'sales.visit_cancelled'],
    ['/api/visits'],
  );
  const visits = read.data?.visits ?? [];
  const day = (
    <DayInput
      aria-label={t('visits.day')}
      value={on}
      onChange={(value) => {
        if (value !== '') ask({ on: value }, { replace: true });
      }}
    />
  );
  return (
    <Page title={t('visits.title')} backTo="/deals" layout="padded" actions={day}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && visits.length === 0 ? (
        <EmptyState icon={CalendarClock} title={t('visits.empty')} text={t('visits.emptyText')} />
      ) : null}
      {visits.length > 0 ? (
        <ul className={css.list}>
          {visits.map((visit) => (
            <li key={visit.id} className={css.row}>
              <b className="tabular">{hoursText(visit)}</b>
              <Link to={`/deals/${visit.dealId}`}>{visit.name}</Link>
              <span className={css.wide}>{visit.address}</span>
              <span className="tabular">{formatPhone(visit.phone)}</span>
              <span className="dim">{visit.district}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
};
