import type { ComponentType } from 'react';
import { defineLookup } from '../../ui/slot.tsx';

/**
 * How a later domain shows its tasks, by their kind: the one in hand, whom it is for, and the
 * events after which the queue is read again, such as `retention.*`.
 */
export const taskKinds = defineLookup<{
  Main: ComponentType<{ id: number; backTo: string }>;
  Card: ComponentType<{ id: number }>;
  hears: string;
}>('work.taskKinds');
