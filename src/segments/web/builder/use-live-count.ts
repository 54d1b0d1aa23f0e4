import { useEffect, useState } from 'react';
import type { ListRow } from '../../../ui/table/contract.ts';
import { call, callSubscribers, type Condition } from '../client.ts';

/** What is known of a condition's answer so far. */
export type Live = {
  isAsking: boolean;
  about: { count: number; way: 'sample' | 'planner' } | null;
  exact: number | null;
  rows: ListRow[] | null;
  /** Why it cannot be counted exactly, or asked at all. */
  failure: unknown;
};

const PAUSE_MS = 300;
const SAMPLE = 10;
const nothing: Live = { isAsking: false, about: null, exact: null, rows: null, failure: null };
export const sampleColumns = ['name', 'status', 'tariff', 'balance', 'customerSince'];

/**
 * An estimate, the exact count and some rows, asked together a moment after the condition changed;
 * whatever is still asked when it changes again is given up, on the server too.
 */
export const useLiveCount = (condition: Condition | undefined): Live => {
  const [live, setLive] = useState(nothing);
  const asked = JSON.stringify(condition ?? null);
  useEffect(() => {
    const going = new AbortController();
    const later = setTimeout(() => {
      const wanted = JSON.parse(asked) as Condition | null;
      if (wanted === null) return setLive(nothing);
      setLive({ ...nothing, isAsking: true });
      const tell = (part: Partial<Live>): void => {
        if (!going.signal.aborted) setLive((before) => ({ ...before, ...part }));
      };
      ask(wanted, going.signal, tell);
    }, PAUSE_MS);
    return () => {
      clearTimeout(later);
      going.abort();
    };
  }, [asked]);
  return live;
};

function ask(condition: Condition, signal: AbortSignal, tell: (part: Partial<Live>) => void): void {
  call('POST /api/segments/estimate', { condition }, { signal }).then(
    (about) => tell({ about }),
    (failure: unknown) => tell({ failure }),
  );
  call('POST /api/segments/count', { condition }, { signal }).then(
    ({ count }) => tell({ exact: count, isAsking: false }),
    (failure: unknown) => tell({ failure, isAsking: false }),
  );
  const query = { columns: sampleColumns, filter: condition, limit: SAMPLE };
  callSubscribers('POST /api/subscribers/list', query, { signal }).then(
    ({ rows }) => tell({ rows }),
    () => tell({ rows: [] }),
  );
}
