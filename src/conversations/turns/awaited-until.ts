/** Whoever does not answer for so long is perhaps worth another word. */
const ANSWER_AWAITED_DAYS = 3;
const DAY_MS = 86_400_000;

/** Until when an answer is waited for from the other side. */
export const awaitedUntil = (since: Date): Date =>
  new Date(since.getTime() + ANSWER_AWAITED_DAYS * DAY_MS);
