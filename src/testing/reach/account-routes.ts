import type { Read, Write } from './routes.ts';

type Input = Write['input'];
const on = (input: Input): Write => ({ of: 'accounts', input });
const onCorrection = (more: object = {}): Write => on((row) => ({ id: row.correctionId, ...more }));

/** Routes that show accounts and their corrections. */
export const accountReads: Record<string, Read> = {
  'GET /api/accounts/{id}/statement': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/suggested-correction': {
    of: 'accounts',
    opens: ({ accountId: id }) => ({ id }),
  },
  'GET /api/corrections': {
    of: 'accounts',
    shows: ({ name }) => name,
    asked: () => [{ queue: 'waiting' }],
  },
  'GET /api/payments': {
    of: 'accounts',
    shows: ({ paymentRef }) => paymentRef,
    asked: () => [{}],
  },
  'GET /api/payment-conflicts': {
    of: 'accounts',
    shows: ({ paymentRef }) => paymentRef,
    asked: () => [{}],
  },
  'GET /api/corrections/count': {
    of: 'accounts',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: () => [{}],
  },
};

/** Routes that change them; what ends a proposal stands behind what needs it open. */
export const accountWrites: Record<string, Write> = {
  'POST /api/accounts/{id}/corrections': on(({ accountId: id, reasonId }) => ({
    id,
    reasonId,
    kind: 'compensation',
    amountMinor: 100,
  })),
  'POST /api/payment-conflicts/{id}/settle': on(({ conflictId: id }) => ({ id })),
  'POST /api/corrections/{id}/approve': onCorrection(),
  'POST /api/corrections/{id}/refuse': onCorrection({ words: 'Нет' }),
  'POST /api/corrections/{id}/reverse': on(({ correctionId: id, reasonId }) => ({
    id,
    reasonId,
  })),
};
