import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLiveRefresh } from '../../../ui/live.ts';
import type { InputOf } from '../../../ui/call.ts';
import type { api } from '../../api.ts';
import { call } from '../client.ts';

const PAGE = 50;

export type Asked = Pick<InputOf<typeof api, 'GET /api/payments'>, 'q' | 'state' | 'sourceId'>;

/** Payments that fit, the latest first, page after page, as they are now. */
export const usePayments = (asked: Asked) => {
  useLiveRefresh(['billing.*'], ['/api/payments', '/api/payment-conflicts']);
  const route = 'GET /api/payments';
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
