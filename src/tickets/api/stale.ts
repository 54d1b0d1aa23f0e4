/** What others do with a ticket that makes words out of date which somebody is writing there. */
export const staleMaking = [
  'tickets.noted',
  'tickets.told',
  'tickets.changed',
  'tickets.closed',
  'tickets.reopened',
  'tickets.merged',
  'tickets.unmerged',
  'tickets.split',
  'tickets.unsplit',
] as const;
