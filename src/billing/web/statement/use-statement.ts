import { usePages } from '../client.ts';

/** Whole days, both part of it; an empty end is open. */
export type Period = { from: string; to: string };

/** An account's lines, the latest first, a page after another. */
export const useStatement = (id: number, { from, to }: Period) => {
  const asked = { id, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
  return usePages('GET /api/accounts/{id}/statement', asked, { isKept: true });
};
