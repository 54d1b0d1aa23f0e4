import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { addressOf, caller } from '../call.ts';
import type { Count, Field, Group, ListPage, ListQuery, ListRow, View } from './contract.ts';

/** The lists' routes have the entity in their path, so their types are stated here. */
const call = caller() as unknown as (
  route: string,
  input: object,
  options?: { signal?: AbortSignal; isRepeatable?: boolean },
) => Promise<unknown>;

const pageSize = 100;

export const useFields = (entity: string) => {
  const route = `GET /api/${entity}/fields`;
  return useQuery({
    queryKey: [route, {}],
    queryFn: ({ signal }) => call(route, {}, { signal }) as Promise<{ fields: Field[] }>,
    staleTime: 300_000,
  });
};

type Rows = { rows: ListRow[]; groups: Group[]; pageCount: number };

/** Rows page by page, by keyset cursors: page 1,000 costs the server what page 1 does. */
export const useRows = (entity: string, query: ListQuery, isEnabled: boolean) => {
  const route = `POST /api/${entity}/list`;
  return useInfiniteQuery({
    queryKey: [route, query],
    enabled: isEnabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam: cursor }) =>
      call(
        route,
        { ...query, limit: pageSize, ...(cursor ? { cursor } : {}) },
        { signal, isRepeatable: true },
      ) as Promise<ListPage>,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    select: ({ pages }): Rows => ({
      rows: pages.flatMap(({ rows }) => rows),
      groups: pages.findLast(({ groups }) => groups)?.groups ?? [],
      pageCount: pages.length,
    }),
  });
};

export const useCount = (entity: string, filter: ListQuery['filter'], isEnabled: boolean) => {
  const route = `POST /api/${entity}/count`;
  const input = filter ? { filter } : {};
  return useQuery({
    queryKey: [route, input],
    enabled: isEnabled,
    queryFn: ({ signal }) => call(route, input, { signal, isRepeatable: true }) as Promise<Count>,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
};

const viewsRoute = 'GET /api/views';

export const useViews = (entity: string) =>
  useQuery({
    queryKey: [viewsRoute, { entity }],
    queryFn: ({ signal }) => call(viewsRoute, { entity }, { signal }) as Promise<{ views: View[] }>,
    staleTime: 60_000,
  });

type ViewInput = Pick<View, 'name' | 'entity' | 'isShared' | 'state'>;

export const saveView = (view: ViewInput): Promise<View> =>
  call('POST /api/views', view) as Promise<View>;

export const changeView = (view: Omit<View, 'entity' | 'isOwn'>): Promise<unknown> =>
  call('PUT /api/views/{id}', view);

export const deleteView = (id: number): Promise<unknown> => call('DELETE /api/views/{id}', { id });

export const exportAddress = (entity: string, query: ListQuery, format: 'csv' | 'xlsx'): string =>
  addressOf(`GET /api/${entity}/export`, { query, format });
