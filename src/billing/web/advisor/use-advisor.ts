import { useEffect } from 'react';
import { useRead } from '../client.ts';

const GOING_MS = 2000;

/** What the latest run found, read again and again while one is going on. */
export const useAdvisor = () => {
  const read = useRead('GET /api/advisor');
  const isGoing = read.data?.going != null;
  const { refetch } = read;
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(() => void refetch(), GOING_MS);
    return () => clearInterval(timer);
  }, [isGoing, refetch]);
  return read;
};
