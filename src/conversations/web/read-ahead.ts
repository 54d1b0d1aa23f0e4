import type { QueryClient } from '@tanstack/react-query';
import { call } from './api.ts';

const route = 'GET /api/conversations/{id}';

/**
 * Reads a conversation before it is shown, so that it stands there at once.
 * @param freshMs what was read within this time is not read again
 */
export const readAhead = async (
  queries: QueryClient,
  id: number,
  freshMs: number,
): Promise<void> => {
  const read = queries.query({
    queryKey: [route, { id }],
    queryFn: ({ signal }) => call(route, { id }, { signal }),
    staleTime: freshMs,
  });
  // Opened, it is asked for again.
  await read.catch(() => undefined);
};
