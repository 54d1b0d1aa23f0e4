import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../client.ts';

const PAGE = 50;

/** Whole days, both part of it; an empty end is open. */
export type Period = { from: string; to: string };

/** An account's lines, the latest first, a page after another. */
export const useStatement = (id: number, { from, to }: Period) => {
  const route = 'GET /api/accounts/{id}/statement';
  const asked = { id, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
  return useInfiniteQuery({
    queryKey: [route, asked, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(
        route,
        { ...asked, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
};
