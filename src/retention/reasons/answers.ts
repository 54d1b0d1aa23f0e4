/** What they answer to the words of a branch, what is said then, and what they answer to that. */
export type LastAnswer = { answer: string; words: string };
export type Answer = LastAnswer & { answers: LastAnswer[] };

/** More nobody reads while somebody waits on the line. */
export const MOST_ANSWERS = 6;
