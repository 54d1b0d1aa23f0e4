import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { formatDay, formatDuration } from '../../../ui/format.ts';
import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { standings } from '../../api/report.ts';
import { call } from '../api.ts';
import { RowsTable } from './rows-table.tsx';
import { type Period, usePeriod } from '../../../ui/form/use-period.ts';

const PAGE = 60;

type Filter = Period & { standing?: (typeof standings)[number] } & Partial<
    Record<'overSeconds' | 'upToSeconds' | 'hour' | 'staffId', string>
  >;

/** What the address asks for; the server says no to what makes no sense. */
const useFilter = (): Filter => {
  const [params] = useSearchParams();
  const [period] = usePeriod();
  const keys = ['standing', 'overSeconds', 'upToSeconds', 'hour', 'staffId'] as const;
  const given = keys.flatMap((key) => (params.has(key) ? [[key, params.get(key)]] : []));
  return { ...period, ...(Object.fromEntries(given) as Partial<Filter>) };
};

const useRows = (filter: Filter) => {
  const route = 'GET /api/conversations/first-touch/rows';
  return useInfiniteQuery({
    queryKey: [route, filter, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        route,
        { ...filter, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
};

/** Which of the report's figures this is, in words. */
const useWords = (filter: Filter, agent: string | undefined): string => {
  const t = useTexts('conversations');
  const { from, to, hour, overSeconds, upToSeconds, staffId } = filter;
  const over = Number(overSeconds ?? 0);
  return [
    from === to
      ? formatDay(from)
      : t('report.behind', { from: formatDay(from), to: formatDay(to) }),
    hour === undefined ? '' : `${hour.padStart(2, '0')}:00–${hour.padStart(2, '0')}:59`,
    over > 0 ? t('report.over', { time: formatDuration(over) }) : '',
    upToSeconds === undefined
      ? ''
      : t('report.upTo', { time: formatDuration(Number(upToSeconds)) }),
    staffId === undefined ? '' : agent,
  ]
    .filter(Boolean)
    .join(' · ');
};

/** The conversations behind one figure of the report. */
export const Component = () => {
  const t = useTexts('conversations');
  const filter = useFilter();
  const pages = useRows(filter);
  const { data, error, refetch } = pages;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const { from, to } = filter;
  const words = useWords(filter, rows[0]?.touchedBy?.name);
  return (
    <Page
      title={t(filter.standing ? `report.standings.${filter.standing}` : 'report.rows')}
      subtitle={words}
      backTo={`/reports/first-touch?from=${from}&to=${to}`}
      layout="padded"
    >
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data && rows.length === 0 ? <EmptyState title={t('report.noRows')} /> : null}
      {rows.length > 0 ? <RowsTable rows={rows} /> : null}
      <MoreButton mt={12} pages={pages}>
        {t('desk.more')}
      </MoreButton>
    </Page>
  );
};
