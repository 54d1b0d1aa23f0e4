import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import type { ListRow } from './contract.ts';
import type { List } from './model.ts';
import { addRange, toggle, toggleLoaded, nothing } from './selection.ts';

type Given = {
  list: List;
  rows: readonly ListRow[];
  hasTicks: boolean;
  pathOf: ((row: ListRow) => string) | undefined;
  /** Brings the row into sight. */
  onMove: (index: number) => void;
};

const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 15],
  ['PageUp', -15],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

const rowAt = (event: MouseEvent): number => {
  const line = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
  return line?.dataset['index'] === undefined ? -1 : Number(line.dataset['index']);
};

/**
 * The keyboard and the mouse of a list: arrows walk, Space ticks (Shift as far as the last tick),
 * Ctrl+A ticks all that is loaded, Escape clears, Enter and a click open.
 */
export const useGridKeys = ({ list, rows, hasTicks, pathOf, onMove }: Given) => {
  const navigate = useNavigate();
  const [active, setActive] = useState(-1);
  const [lastTicked, setLastTicked] = useState<number>();
  const { selection, setSelection } = list;
  const ids = rows.map(({ id }) => id);

  const tick = (row: ListRow, isRange: boolean): void => {
    setSelection(
      isRange && lastTicked !== undefined
        ? addRange(selection, lastTicked, row.id, ids)
        : toggle(selection, row.id, ids),
    );
    setLastTicked(row.id);
  };
  const move = (to: number): void => {
    setActive(to);
    if (to >= 0) onMove(to);
  };
  const open = (row: ListRow | undefined): void => {
    if (row && pathOf) void navigate(pathOf(row));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows[active];
    const step = steps.get(event.code);
    const isAll = event.code === 'KeyA' && (event.ctrlKey || event.metaKey);
    if (step !== undefined) move(Math.max(0, Math.min(rows.length - 1, active + step)));
    else if (event.code === 'Enter') open(row);
    else if (event.code === 'Space' && row && hasTicks) tick(row, event.shiftKey);
    else if (isAll && hasTicks) setSelection(toggleLoaded(nothing, ids));
    else if (event.code === 'Escape') setSelection(nothing);
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent): void => {
    const at = rowAt(event);
    const row = rows[at];
    if (!row) return;
    const target = event.target as HTMLElement;
    if (hasTicks && (target.closest('[data-tick]') || event.shiftKey)) {
      tick(row, event.shiftKey);
      setActive(at);
      return;
    }
    const isText = (globalThis.getSelection()?.toString() ?? '') !== '';
    if (target.closest('a, button, input') || isText || event.ctrlKey || event.metaKey) return;
    setActive(at);
    open(row);
  };

  return { active, onKeyDown, onClick };
};
