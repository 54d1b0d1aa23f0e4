export const leadStates = ['new', 'accepted', 'attached', 'declined'] as const;
export type LeadState = (typeof leadStates)[number];
