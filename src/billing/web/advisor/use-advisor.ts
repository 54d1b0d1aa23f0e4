import { useEvery } from '../../../ui/use-every.ts';
import { useRead } from '../client.ts';

const GOING_MS = 2000;

/** What the latest run found, read again and again while one is going on. */
export const useAdvisor = () => {
  const read = useRead('GET /api/advisor');
  const isGoing = read.data?.going != null;
  useEvery(isGoing ? GOING_MS : null, () => void read.refetch());
  return read;
};
