import { useRead } from '../api.ts';
import { useLiveTasks } from './use-tasks.ts';

/** How many tasks wait for me or for anybody. */
export const useTaskCount = (): number => {
  useLiveTasks();
  return useRead('GET /api/tasks/count', {}, { staleMs: 60_000 }).data?.count ?? 0;
};
