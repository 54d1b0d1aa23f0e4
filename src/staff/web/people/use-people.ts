import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api.ts';

type Page = Awaited<ReturnType<typeof fetchPage>>;
export type Person = Page['staff'][number];

const fetchPage = (input: {
  query?: string;
  isDisabled: boolean;
  cursor?: string;
  limit: number;
}) => call('GET /api/staff', input);

/** People by name, a page after another; asked for when the typing pauses. */
export const usePeople = (words: string, isDisabled: boolean) => {
  const [query] = useDebouncedValue(words.trim(), 200);
  const filter = { isDisabled, ...(query ? { query } : {}) };
  return useInfiniteQuery({
    queryKey: ['GET /api/staff', 'pages', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) =>
      fetchPage({ ...filter, limit: 100, ...(cursor ? { cursor } : {}) }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ staff }) => staff),
  });
};
