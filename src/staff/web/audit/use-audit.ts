import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api.ts';
import type { AuditFilter } from './filter.ts';

type Page = Awaited<ReturnType<typeof fetchPage>>;
export type Line = Page['lines'][number];

const fetchPage = (input: AuditFilter & { cursor?: string; limit: number }) =>
  call('GET /api/audit', input);

/** Lines that match, the latest first, a page after another. */
export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['GET /api/audit', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      fetchPage({ ...filter, limit: 100, ...(cursor ? { cursor } : {}) }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ lines }) => lines),
  });
