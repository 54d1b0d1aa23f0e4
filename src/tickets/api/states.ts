/** Whose turn it is: ours, the subscriber's, nobody's until a date, or nobody's any more. */
export const ticketStates = ['ours', 'theirs', 'waiting', 'done'] as const;
export type TicketState = (typeof ticketStates)[number];

/** From what can wait to what cannot. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** What a ticket has to do with another: read from the one that says it. */
export const linkKinds = ['duplicate_of', 'caused_by', 'blocks'] as const;
