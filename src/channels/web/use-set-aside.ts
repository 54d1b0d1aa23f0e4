import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { call, type SetAside } from './client.ts';

export type Shown = 'all' | 'quarantined' | 'refused' | 'waiting';

const PAGE = 50;

/** Messages set aside, page after page; of one channel alone where the address names it. */
export const useSetAside = (state: Shown) => {
  const by = useSearchParams()[0].get('by') ?? '';
  const route = 'GET /api/channels/messages';
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [route, { state, by }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        route,
        {
          limit: PAGE,
          ...(state === 'all' ? {} : { state }),
          ...(by === '' ? {} : { by: by === 'form' ? by : Number(by) }),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page: SetAside) => page.next,
  });
  return {
    by,
    rows: data?.pages.flatMap((page) => page.rows),
    counts: data?.pages[0]?.counts,
    error,
    refetch,
    hasMore: hasNextPage,
    showMore: () => void fetchNextPage(),
  };
};
