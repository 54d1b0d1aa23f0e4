/** What a task of a list comes to: they took what was offered, did not want it, nobody answers. */
export const taskOutcomes = ['taken', 'refused', 'unreached'] as const;

/** Where somebody of a list stands: left alone by chance, to be handed out, handed out, over. */
export const memberStates = ['held', 'waiting', 'open', 'done', 'dropped'] as const;
