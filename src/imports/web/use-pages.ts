import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './client.ts';

type Pages<Row> = {
  rows: Row[] | undefined;
  failure: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  reload: () => void;
};

type PageOf<Row> = { rows: Row[]; nextCursor: string | null };

/** Rows a page after another, by the cursor that each page gives. */
function usePages<Row>(
  key: readonly unknown[],
  read: (input: { cursor?: string }) => Promise<PageOf<Row>>,
): Pages<Row> {
  const pages = useInfiniteQuery({
    queryKey: key,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => read(cursor ? { cursor } : {}),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return {
    rows: pages.data?.pages.flatMap(({ rows }) => rows),
    failure: pages.error,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    reload: () => void pages.refetch(),
  };
}

export const useImports = () =>
  usePages(['GET /api/imports'], async (input) => {
    const { imports, nextCursor } = await call('GET /api/imports', input);
    return { rows: imports, nextCursor };
  });

export type RowsShown = 'errors' | 'warnings' | 'duplicates';

export const useRows = (id: number, only: RowsShown) =>
  usePages(['GET /api/imports/{id}/rows', { id, only }], (input) =>
    call('GET /api/imports/{id}/rows', { id, only, ...input }),
  );

export const useKept = (id: number) =>
  usePages(['GET /api/imports/{id}/kept', { id }], async (input) => {
    const { kept, nextCursor } = await call('GET /api/imports/{id}/kept', { id, ...input });
    return { rows: kept, nextCursor };
  });
