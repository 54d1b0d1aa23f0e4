import { useEffect, useState } from 'react';
import type { ListRow } from '../../../ui/table/contract.ts';
import { call, callSubscribers, type Condition } from '../client.ts';

/** What is known of a condition's answer so far. */
export type Live = {
  isAsking: boolean;
  about: { count: number; margin: { low: number; high: number } | null } | null;
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
 * An estimate and the exact count, asked together a moment after the condition changed, and some
 * of those whom the estimate met; whatever is still asked when it changes again is given up, on
 * the server too.
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
  const show = (filter: Condition): void => {
    const query = { columns: sampleColumns, filter, limit: SAMPLE };
    callSubscribers('POST /api/subscribers/list', query, { signal }).then(
      ({ rows }) => tell({ rows }),
      () => tell({ rows: [] }),
    );
  };
  call('POST /api/segments/estimate', { condition }, { signal }).then(
    ({ count, margin, ids }) => {
      tell({ about: { count, margin } });
      // Where the estimate met nobody, whoever meets it is looked for.
      show(ids.length > 0 ? { field: 'id', op: 'in', value: ids } : condition);
    },
    (failure: unknown) => tell({ failure, rows: [] }),
  );
  call('POST /api/segments/count', { condition }, { signal }).then(
    ({ count }) => tell({ exact: count, isAsking: false }),
    (failure: unknown) => tell({ failure, isAsking: false }),
  );
}
