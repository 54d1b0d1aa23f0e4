import { useRead } from './api.ts';

export type Colleague = { id: number; name: string; teamName: string | null; isHere: boolean };

/** People who work here and whose names contain the words, for choosing one of them. */
export const useColleagues = (query = ''): Colleague[] => {
  const input = { isDisabled: false, limit: 50, ...(query ? { query } : {}) };
  const { data } = useRead('GET /api/staff', input, { isKept: true, staleMs: 60_000 });
  return (data?.staff ?? []).map(({ id, name, teamName, presence }) => ({
    id,
    name,
    teamName,
    isHere: presence?.isHere ?? false,
  }));
};
