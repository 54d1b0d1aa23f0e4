import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Caller, CallOptions, InputOf, OutputOf, RouteOf, Routes } from './call.ts';
import { Problem } from './problem.ts';

const isWorthRepeating = (attempts: number, failure: Error): boolean =>
  attempts < 2 && failure instanceof Problem && (failure.isOffline || failure.status >= 500);

const signedOutWatchers = new Set<() => void>();

/** Hears that the server no longer knows the session, whichever call has found it out. */
export const onSignedOut = (watch: () => void): (() => void) => {
  signedOutWatchers.add(watch);
  return () => void signedOutWatchers.delete(watch);
};

const hearFailure = (failure: Error): void => {
  if (!(failure instanceof Problem) || !failure.isSignedOut) return;
  for (const one of signedOutWatchers) one();
};

/** One cache for the app. Live updates refresh it, so what is at hand is not asked for again. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    queryCache: new QueryCache({ onError: hearFailure }),
    mutationCache: new MutationCache({ onError: hearFailure }),
    defaultOptions: {
      queries: { retry: isWorthRepeating, staleTime: 15_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });

type ReadOptions = { isEnabled?: boolean; isKept?: boolean; staleMs?: number };

/**
 * React hooks of one domain's client. `useRead` keeps answers by route and input, `usePages` does
 * so page after page by the cursor of each; `isKept` shows the former answer while a changed input
 * loads. `useWrite` gives `mutateAsync(input)` and then refreshes every read whose path starts with
 * one of `refreshes`, by default the route's first part.
 */
export const hooks = <Api extends Routes>(call: Caller<Api>) => {
  const plain = call as (route: string, input?: unknown, options?: object) => Promise<unknown>;

  const useRead = <Route extends RouteOf<Api>>(
    route: Route,
    input?: InputOf<Api, Route>,
    options: ReadOptions = {},
  ): UseQueryResult<OutputOf<Api, Route>, Problem> =>
    useQuery<unknown, Problem>({
      queryKey: [route, input ?? {}],
      queryFn: ({ signal }) => plain(route, input, { signal, isRepeatable: true }),
      enabled: options.isEnabled ?? true,
      ...(options.staleMs === undefined ? {} : { staleTime: options.staleMs }),
      ...(options.isKept ? { placeholderData: keepPreviousData } : {}),
    }) as UseQueryResult<OutputOf<Api, Route>, Problem>;

  const useWrite = <Route extends RouteOf<Api>>(
    route: Route,
    refreshes: readonly string[] = [rootOf(route)],
    options: Pick<CallOptions, 'isRepeatable'> = {},
  ): UseMutationResult<OutputOf<Api, Route>, Problem, InputOf<Api, Route>> => {
    const refresh = useRefresh();
    return useMutation<OutputOf<Api, Route>, Problem, InputOf<Api, Route>>({
      mutationFn: (input) => plain(route, input, options) as Promise<OutputOf<Api, Route>>,
      onSuccess: () => refresh(...refreshes),
    });
  };

  const usePages = <Route extends PagedRoute<Api>>(
    route: Route,
    input: Omit<InputOf<Api, Route>, 'cursor' | 'limit'>,
    options: Pick<ReadOptions, 'isKept'> = {},
  ): UseInfiniteQueryResult<InfiniteData<OutputOf<Api, Route>, string>, Problem> =>
    useInfiniteQuery({
      queryKey: [route, input, 'pages'],
      queryFn: ({ pageParam, signal }) =>
        plain(
          route,
          { ...input, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          { signal, isRepeatable: true },
        ) as Promise<OutputOf<Api, Route>>,
      initialPageParam: '',
      getNextPageParam: (page) => (page as { nextCursor: string | null }).nextCursor,
      ...(options.isKept ? { placeholderData: keepPreviousData } : {}),
    });

  return { useRead, useWrite, usePages };
};

const PAGE = 50;

/** A route that answers with a page and with the cursor of the next. */
type PagedRoute<Api extends Routes> = {
  [Route in RouteOf<Api>]: OutputOf<Api, Route> extends { nextCursor: string | null }
    ? Route
    : never;
}[RouteOf<Api>];

const pathOf = (route: string): string => route.slice(route.indexOf(' ') + 1);
const rootOf = (route: string): string => pathOf(route).split('/').slice(0, 3).join('/');

/** `refresh('/api/subscribers')` marks every read under that path as out of date. */
export const useRefresh = (): ((...paths: string[]) => Promise<void>) => {
  const queries = useQueryClient();
  return (...paths) =>
    queries.invalidateQueries({
      predicate: ({ queryKey: [route] }) =>
        typeof route === 'string' && paths.some((path) => pathOf(route).startsWith(path)),
    });
};
