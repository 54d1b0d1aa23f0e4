/** Words of a schedule, for the form too: it loads no shapes. */
export const periods = ['day', 'week', 'month', 'year'] as const;
/** What becomes of one that falls on a day off. */
export const offDays = ['keep', 'skip', 'next', 'previous'] as const;
/** What is made up for after a stop. */
export const catchUps = ['last', 'each'] as const;
