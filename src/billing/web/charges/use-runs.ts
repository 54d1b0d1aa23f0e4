import { useLiveRefresh } from '../../../ui/live.ts';
import { useEvery } from '../../../ui/use-every.ts';
import { useRead } from '../client.ts';

const GOING_MS = 2000;

/** The runs, read again and again while one is going on. */
export const useRuns = () => {
  const read = useRead('GET /api/charge-runs');
  useLiveRefresh(['billing.charges_made', 'billing.settings_changed'], ['/api/charge-runs']);
  const isGoing = read.data?.runs.some(({ finishedAt }) => finishedAt === null) ?? false;
  useEvery(isGoing ? GOING_MS : null, () => void read.refetch());
  return read;
};
