export const dealStates = ['open', 'won', 'lost'] as const;
export type DealState = (typeof dealStates)[number];
