import type { Opened } from '../api.ts';

type Message = Opened['messages'][number];

/** Words between the two sides; what colleagues note beside them makes no answer out of date. */
const isSaid = ({ direction, isAutomatic }: Message): boolean =>
  direction !== 'note' && !isAutomatic;

/** The newest that was said: what somebody who begins to answer now has seen. */
export const newestOf = ({ messages }: Pick<Opened, 'messages'>): number =>
  Math.max(0, ...messages.filter(isSaid).map(({ id }) => id));

/** What was said since an answer was begun. */
export const missedSince = ({ messages }: Pick<Opened, 'messages'>, seenId: number): Message[] =>
  messages.filter((message) => isSaid(message) && message.id > seenId);
