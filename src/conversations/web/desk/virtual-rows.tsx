import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { DeskRow } from '../api.ts';
import type { Shown } from './queues.ts';
import { QueueRow } from './queue-row.tsx';
import { deskNow, useDesk } from './use-desk.ts';

const ROW_PX = 57;
/** So many rows before the end the next page is asked for. */
const AHEAD = 20;

type Props = {
  queue: Shown;
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly DeskRow[];
  onNearEnd: () => void;
};

/** Only what is in sight stands on the page, however long the queue is. */
export const VirtualRows = ({ rows, queue, scroller, onNearEnd }: Props) => {
  'use no memo';
  const t = useTexts('conversations');
  const { open } = useDesk();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - AHEAD) onNearEnd();
  }, [last, rows.length, onNearEnd]);
  const step = (by: number): void => {
    const { openId } = deskNow();
    const at = rows.findIndex((row) => row.id === openId);
    const to = Math.min(rows.length - 1, at < 0 ? 0 : Math.max(0, at + by));
    const next = rows[to];
    if (!next) return;
    virtual.scrollToIndex(to);
    void open(next.id);
  };
  useShortcut('KeyJ', () => step(1), { label: t('keys.next') });
  useShortcut('KeyK', () => step(-1), { label: t('keys.previous') });
  return (
    <div style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const row = rows[index];
        return row ? (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
          >
            <QueueRow row={row} queue={queue} />
          </div>
        ) : null;
      })}
    </div>
  );
};
