/** What people propose; a reversal takes back what was posted. */
export const proposedKinds = ['compensation', 'recalculation', 'refund'] as const;
export const correctionKinds = ['compensation', 'recalculation', 'refund', 'reversal'] as const;
export const correctionStates = ['proposed', 'posted', 'refused', 'withdrawn', 'reversed'] as const;

export type ProposedKind = (typeof proposedKinds)[number];
export type CorrectionKind = (typeof correctionKinds)[number];
export type CorrectionState = (typeof correctionStates)[number];

/** Which corrections a list shows: those that wait for the asker, the asker's own, what is done. */
export const correctionQueues = ['mine_to_decide', 'waiting', 'proposed_by_me', 'decided'] as const;
export type CorrectionQueue = (typeof correctionQueues)[number];
