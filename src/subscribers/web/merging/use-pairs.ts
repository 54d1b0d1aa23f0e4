import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../client.ts';
import type { PairState } from './use-verdicts.ts';

const route = 'GET /api/subscribers/duplicates';

/** Pages of look-alikes, the likeliest first. */
export const usePairs = (state: PairState) =>
  useInfiniteQuery({
    queryKey: [route, { state }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      call(route, { state, ...(cursor ? { cursor } : {}) }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
