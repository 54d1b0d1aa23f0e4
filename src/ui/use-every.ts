import { useEffect, useRef } from 'react';

/**
 * Does something again and again while the page is looked at.
 * @param everyMs null for as long as there is nothing to do
 */
export const useEvery = (everyMs: number | null, work: () => void): void => {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
};
