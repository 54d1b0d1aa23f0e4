import { useRef, useState, type KeyboardEvent } from 'react';
import type { Active } from './board-column.tsx';
import { type Board, type Card, stepFrom } from './board-state.ts';

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Which card the keys stand at: arrows lead to the next, and the focus follows. */
export const useWalk = (board: Board) => {
  const [active, setActive] = useState<Active>({ id: null, asked: 0 });
  const element = useRef<HTMLDivElement>(null);
  const lead = (id: number): void => setActive((one) => ({ id, asked: one.asked + 1 }));
  const focused = (): Card | undefined => {
    const isHere = element.current?.contains(document.activeElement) === true;
    const all = board.columns.flatMap(({ deals }) => deals);
    return isHere ? all.find(({ id }) => id === active.id) : undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.shiftKey || event.altKey || event.ctrlKey || !arrows.includes(event.code)) return;
    // A dialog that was opened from here has keys of its own.
    if (!focused()) return;
    event.preventDefault();
    const next = stepFrom(board, active.id, event.code);
    if (next) lead(next.id);
  };
  const onFocus = ({ id }: Card): void => {
    if (active.id !== id) setActive({ ...active, id });
  };
  return { active, element, lead, focused, onKeyDown, onFocus };
};
