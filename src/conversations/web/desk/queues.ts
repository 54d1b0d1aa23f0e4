import type { Queue } from '../../api/desk.ts';

/** What the list pane can show: the desk's queues, and my promises to come back. */
export type Shown = Exclude<Queue, 'offered'> | 'followUps' | 'mentions';

export const shownQueues: readonly Shown[] = [
  'mine',
  'nobody',
  'retry',
  'all',
  'followUps',
  'mentions',
  'closed',
];

export const isShown = (text: string | null): text is Shown =>
  shownQueues.some((queue) => queue === text);
