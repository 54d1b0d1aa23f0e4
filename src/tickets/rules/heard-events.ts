import type { Happening } from '../api/moments.ts';

/** Which events of the journal a happening is heard from. */
export const eventsOf: Readonly<Record<Happening, readonly string[]>> = {
  opened: ['tickets.opened', 'tickets.split_off'],
  changed: ['tickets.changed', 'tickets.closed', 'tickets.reopened'],
  state_changed: ['tickets.changed', 'tickets.closed', 'tickets.reopened'],
  noted: ['tickets.noted'],
  told: ['tickets.told'],
  norm_near: ['tickets.escalated'],
  answered: ['conversations.message_came'],
};
