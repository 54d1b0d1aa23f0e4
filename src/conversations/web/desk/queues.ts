import type { Queue } from '../../api/desk.ts';

/** What the list pane can show: the desk's queues, my promises to come back, and tasks. */
export type Shown = Exclude<Queue, 'offered'> | 'tasks' | 'followUps' | 'mentions';

export const shownQueues: readonly Shown[] = [
  'mine',
  'nobody',
  'retry',
  'all',
  'tasks',
  'followUps',
  'mentions',
  'closed',
];

export const isShown = (text: string | null): text is Shown =>
  shownQueues.some((queue) => queue === text);
