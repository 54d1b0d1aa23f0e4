/** The most characters that texts of a subscriber hold, written by hand or brought by a file. */
export const mostChars = { words: 200, taxNumber: 30, note: 10_000 } as const;
