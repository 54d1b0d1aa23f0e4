import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { dayOf } from '../format.ts';
import { serverNow } from '../now.ts';

export type Period = { from: string; to: string };

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;

/** The last so many days of the operator's calendar, today included. */
export const lastDays = (days: number, nowMs = serverNow()): Period => ({
  from: dayOf(nowMs - (days - 1) * DAY_MS),
  to: dayOf(nowMs),
});

/** The period that the address names; the last so many days, a week, unless it names one. */
export const usePeriod = (days = DEFAULT_DAYS): [Period, (next: Period) => void] => {
  const [params, setParams] = useSearchParams();
  const usual = lastDays(days);
  const period = { from: params.get('from') ?? usual.from, to: params.get('to') ?? usual.to };
  const change = useCallback(
    (next: Period) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        after.set('from', next.from);
        after.set('to', next.to);
        return after;
      }),
    [setParams],
  );
  return [period, change];
};
