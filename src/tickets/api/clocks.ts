/** What is promised of a ticket. */
export const clockKinds = ['first_reply', 'next_reply', 'resolution'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Where a promise stands; `broken` is over and not met yet. */
export const clockStatuses = ['running', 'paused', 'met', 'met_late', 'broken'] as const;
