import { useRef, useState } from 'react';
import { useShortcut } from '../../../ui/shortcut.ts';
import type { Answer } from '../../kinds.ts';
import type { Item } from '../client.ts';

/** The item at which keys answer, and the keys: 1 and 2, or points, X, and up and down. */
export const useItemKeys = (
  items: readonly Item[],
  give: (item: string, answer: Answer) => void,
  isEnabled: boolean,
) => {
  // Keys come faster than a screen is drawn anew: where they stand is known at once.
  const spot = useRef(0);
  const [current, setCurrent] = useState(0);
  const moveTo = (at: number): void => {
    spot.current = Math.min(Math.max(at, 0), items.length - 1);
    setCurrent(spot.current);
  };
  const step = (by: number): void => moveTo(spot.current + by);
  const press = (digit: string): void => {
    const item = items[spot.current];
    if (!item) return;
    const yesOrNo = ({ '1': 'yes', '2': 'no' } as const)[digit];
    const answer = digit === 'na' ? digit : item.scale === 'points' ? digit : yesOrNo;
    if (answer === undefined) return;
    give(item.key, answer as Answer);
    step(1);
  };
  useShortcut('ArrowDown', () => step(1), { isEnabled });
  useShortcut('ArrowUp', () => step(-1), { isEnabled });
  useShortcut('Digit0', () => press('0'), { isEnabled });
  useShortcut('Digit1', () => press('1'), { isEnabled });
  useShortcut('Digit2', () => press('2'), { isEnabled });
  useShortcut('Digit3', () => press('3'), { isEnabled });
  useShortcut('Digit4', () => press('4'), { isEnabled });
  useShortcut('KeyX', () => press('na'), { isEnabled });
  const choose = (item: string): void => moveTo(items.findIndex(({ key }) => key === item));
  return { current: items[current]?.key, choose };
};
