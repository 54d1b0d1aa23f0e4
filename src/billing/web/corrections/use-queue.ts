import { useInfiniteQuery } from '@tanstack/react-query';
import { useLiveRefresh } from '../../../ui/live.ts';
import type { CorrectionQueue } from '../../api/kinds.ts';
import { call } from '../client.ts';

const PAGE = 50;

/** A queue of corrections, page after page, as it is now. */
export const useQueue = (queue: CorrectionQueue) => {
  useLiveRefresh(['billing.*'], ['/api/corrections']);
  const route = 'GET /api/corrections';
  return useInfiniteQuery({
    queryKey: [route, { queue }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(route, { queue, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};
