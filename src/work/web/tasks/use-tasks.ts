import { useLiveRefresh } from '../../../ui/live.ts';
import { useLookup } from '../../../ui/slot.tsx';
import { taskKinds } from '../slots.ts';

/** Where tasks stand, for who changes one. */
export const taskListPaths = ['/api/tasks'];

const listened = (kinds: Readonly<Record<string, { hears: string }>>): string[] => [
  ...new Set(Object.values(kinds).map(({ hears }) => hears)),
];

/** Keeps the queue of tasks and its count true while it is looked at. */
export const useLiveTasks = (): void => {
  const kinds = useLookup(taskKinds);
  useLiveRefresh(listened(kinds), taskListPaths);
};
