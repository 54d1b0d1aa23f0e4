/** What happens to a ticket at one instant; a rule acts when it hears of it. */
export const happenings = [
  'opened',
  'changed',
  'state_changed',
  'noted',
  'told',
  'answered',
  'norm_near',
] as const;

/** What lasts on a ticket; a rule acts when it has lasted long enough, once for each stay. */
export const stays = ['in_state', 'unchanged', 'unanswered', 'overdue'] as const;

export const moments = [...happenings, ...stays] as const;
export type Happening = (typeof happenings)[number];
export type Stay = (typeof stays)[number];
export type Moment = (typeof moments)[number];

export const isStay = (moment: Moment): moment is Stay =>
  (stays as readonly string[]).includes(moment);

export const outcomes = ['done', 'unchanged', 'refused', 'stopped', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a rule was kept from acting. */
export const stops = ['own', 'depth', 'replies', 'ticket', 'hour'] as const;
export type Stop = (typeof stops)[number];
