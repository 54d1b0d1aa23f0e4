import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Problem } from '../../../ui/problem.ts';
import type { Queue } from '../../api/desk.ts';
import { call, type DeskRow } from '../api.ts';

const PAGE = 100;

type Page = { rows: DeskRow[]; next: string | null };

/** The rows of a queue, page after page; a live event reads again all that are shown. */
export const useQueueRows = (queue: Queue, labelId: number | null) => {
  const route = 'GET /api/conversations';
  const asked = { queue, ...(labelId === null ? {} : { labelId }) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery<
    Page,
    Problem,
    { pages: Page[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [route, asked, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        route,
        { ...asked, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const showMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { rows, isRead: data !== undefined, error, refetch, showMore };
};
