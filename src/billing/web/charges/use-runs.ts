import { useEffect } from 'react';
import { useLiveRefresh } from '../../../ui/live.ts';
import { useRead } from '../client.ts';

const GOING_MS = 2000;

/** The runs, read again and again while one is going on. */
export const useRuns = () => {
  const read = useRead('GET /api/charge-runs');
  useLiveRefresh(['billing.charges_made', 'billing.settings_changed'], ['/api/charge-runs']);
  const isGoing = read.data?.runs.some(({ finishedAt }) => finishedAt === null) ?? false;
  const { refetch } = read;
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(() => void refetch(), GOING_MS);
    return () => clearInterval(timer);
  }, [isGoing, refetch]);
  return read;
};
