import { useInfiniteQuery } from '@tanstack/react-query';
import { call, type SetAside } from './client.ts';

export type Shown = 'all' | 'quarantined' | 'refused' | 'waiting';

const PAGE = 50;

/** Messages set aside, page after page. */
export const useSetAside = (state: Shown) => {
  const route = 'GET /api/channels/messages';
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [route, { state }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        route,
        {
          limit: PAGE,
          ...(state === 'all' ? {} : { state }),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page: SetAside) => page.next,
  });
  return {
    rows: data?.pages.flatMap((page) => page.rows),
    counts: data?.pages[0]?.counts,
    error,
    refetch,
    hasMore: hasNextPage,
    showMore: () => void fetchNextPage(),
  };
};
