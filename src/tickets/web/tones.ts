import type { Tone } from '../../ui/show/badge.tsx';
import type { Ticket } from './client.ts';

export const stateTones: Record<Ticket['state'], Tone> = {
  ours: 'blue',
  theirs: 'amber',
  waiting: 'amber',
  done: 'gray',
};

/** Only what presses has a colour. */
export const priorityTones: Record<Ticket['priority'], Tone> = {
  low: 'gray',
  normal: 'gray',
  high: 'amber',
  urgent: 'red',
};
