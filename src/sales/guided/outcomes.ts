/** How a guided sale stands. */
export const guidedStates = ['open', 'agreed', 'thinking', 'refused'] as const;
export type GuidedState = (typeof guidedStates)[number];

/** What comes of it. */
export const outcomes = ['agreed', 'thinking', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** How the connection is paid. */
export const payments = ['full', 'split', 'free'] as const;
export type Payment = (typeof payments)[number];
