import { useInfiniteQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../ui/format.ts';
import { useLive } from '../../../ui/live.ts';
import { notifyDone } from '../../../ui/notify.tsx';
import { useRefresh } from '../../../ui/query.ts';
import { useTexts } from '../../../ui/texts.ts';
import { call } from '../client.ts';
import type { PairState } from './use-verdicts.ts';

const route = 'GET /api/subscribers/duplicates';

/** Hears that a search is over: says how it went, and shows what it has found. */
export const usePairNews = (): void => {
  const t = useTexts('subscribers');
  const refresh = useRefresh();
  useLive(['subscribers.duplicates_searched'], ({ facts }) => {
    const count = Number(facts['found']);
    notifyDone(
      count === 0
        ? t('duplicates.searchedNone')
        : t('duplicates.searched', { count, shown: formatNumber(count) }),
    );
    void refresh('/api/subscribers/duplicates');
  });
};

/** Pages of look-alikes, the likeliest first. */
export const usePairs = (state: PairState) =>
  useInfiniteQuery({
    queryKey: [route, { state }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      call(route, { state, ...(cursor ? { cursor } : {}) }, { signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
