/** What is kept with something that is being written; a channel may take less. */
export const mostFileBytes = 50 * 1024 ** 2;
export const mostDraftFiles = 20;
