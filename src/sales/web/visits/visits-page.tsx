import { Checkbox, Select } from '@mantine/core';
import { CalendarClock } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf, formatPhone } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { serverNow } from '../../../ui/now.ts';
import { Badge } from '../../../ui/show/badge.tsx';
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
    [
      'sales.visit_booked',
      'sales.visit_moved',
      'sales.visit_cancelled',
      'sales.deal_connected',
      'sales.connection_undone',
    ],
    ['/api/visits'],
  );
  const all = read.data?.visits ?? [];
  const districts = [...new Set(all.map(({ district }) => district))].filter(Boolean);
  const district = asked.get('district') ?? '';
  const isOpenOnly = asked.get('open') !== null;
  const visits = all.filter(
    (visit) => (district === '' || visit.district === district) && !(isOpenOnly && visit.isDone),
  );
  const change = (values: Record<string, string | null>): void => {
    const next = new URLSearchParams(asked);
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === '') next.delete(key);
      else next.set(key, value);
    }
    ask(next, { replace: true });
  };
  const day = (
    <DayInput
      aria-label={t('visits.day')}
      value={on}
      onChange={(value) => {
        if (value !== '') change({ on: value, district: null });
      }}
    />
  );
  return (
    <Page title={t('visits.title')} backTo="/deals" layout="padded" actions={day}>
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data && visits.length === 0 ? (
        <EmptyState icon={CalendarClock} title={t('visits.empty')} text={t('visits.emptyText')} />
      ) : null}
      {all.length > 0 ? (
        <div className={css.filters}>
          {districts.length > 1 ? (
            <Select
              aria-label={t('visits.district')}
              placeholder={t('visits.everywhere')}
              value={district === '' ? null : district}
              onChange={(value) => change({ district: value })}
              clearable
              data={districts}
            />
          ) : null}
          <Checkbox
            checked={isOpenOnly}
            onChange={(event) => change({ open: event.target.checked ? '1' : null })}
            label={t('visits.openOnly')}
          />
        </div>
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
              {visit.isDone ? <Badge tone="green">{t('visits.done')}</Badge> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
};
