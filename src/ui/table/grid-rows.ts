import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';
import type { ListRow } from './contract.ts';
import { itemsOf } from './items.ts';
import type { List } from './model.ts';

export const heights = { row: 36, compact: 64, group: 32, head: 36 };
const overscan = 12;
/** The next page is asked for while this many rows are still below the edge. */
const ahead = 40;
const noRows: ListRow[] = [];

/** Which of the rows read so far are drawn, and the reading on as one comes near their end. */
export const useGridRows = (list: List, scroller: RefObject<HTMLDivElement | null>) => {
  const isCompact = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list.rows;
  const rows = data?.rows ?? noRows;
  const items = itemsOf(rows, data?.groups ?? [], list.query.groupBy !== undefined);
  const rowHeight = isCompact ? heights.compact : heights.row;
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at]?.kind === 'group' ? heights.group : rowHeight),
    overscan,
    scrollPaddingStart: heights.head,
  });
  // A window that was made narrower has rows of another height.
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const lastDrawn = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastDrawn > items.length - ahead) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastDrawn, items.length]);

  const show = (index: number): void => {
    const at = items.findIndex((item) => item.kind === 'row' && item.index === index);
    virtual.scrollToIndex(at, { align: 'auto' });
  };
  return { rows, items, virtual, isCompact, show };
};

export type GridRows = ReturnType<typeof useGridRows>;
