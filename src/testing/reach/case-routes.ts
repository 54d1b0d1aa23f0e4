import type { Read, Write } from './routes.ts';
import type { Row } from './rows.ts';

const name = (row: Row): string => row.name;
const shown = { columns: ['name'] };
const ofCases = { of: 'conversations' } as const;

/** What shows wishes to leave; nobody's are everybody's who works on them, as conversations are. */
export const caseReads: Record<string, Read> = {
  'POST /api/cases/list': { ...ofCases, shows: name, asked: () => [shown] },
  'POST /api/cases/count': {
    ...ofCases,
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: () => [{}],
  },
  'GET /api/cases/export': {
    ...ofCases,
    shows: name,
    asked: () => [{ query: shown, format: 'csv' }],
  },
  'GET /api/cases/{id}/offers': { ...ofCases, opens: ({ caseId: id }) => ({ id }) },
  'GET /api/cases/{id}/exit': { ...ofCases, opens: ({ caseId: id }) => ({ id }) },
  'GET /api/play-tasks/{id}': { ...ofCases, opens: ({ playTaskId: id }) => ({ id }) },
  'GET /api/care-tasks/{id}': { ...ofCases, opens: ({ careTaskId: id }) => ({ id }) },
  'GET /api/care-lists/{id}/people': {
    ...ofCases,
    shows: name,
    asked: (rows) => Object.values(rows).map(({ careListId: id }) => ({ id })),
  },
  'GET /api/cases/{id}': { ...ofCases, opens: ({ caseId: id }) => ({ id }) },
};

const onCase = (more: object = {}): Write => ({
  ...ofCases,
  input: ({ caseId: id }) => ({ id, version: 1, ...more }),
});

const onTask = (more: object = {}): Write => ({
  ...ofCases,
  input: ({ playTaskId: id }) => ({ id, version: 1, ...more }),
});

const onCare = (more: object = {}): Write => ({
  ...ofCases,
  input: ({ careTaskId: id }) => ({ id, version: 1, ...more }),
});

/** What changes them. */
export const caseWrites: Record<string, Write> = {
  'PUT /api/play-tasks/{id}/owner': onTask({ isMine: false }),
  'POST /api/play-tasks/{id}/outcome': onTask({ outcome: 'helped' }),
  'POST /api/play-tasks/{id}/reopen': onTask(),
  'PUT /api/care-tasks/{id}/owner': onCare({ isMine: false }),
  'PUT /api/care-tasks/{id}': onCare({ outcome: 'refused' }),
  'PUT /api/cases/{id}/reason': onCase({ reasonId: 2 }),
  'PUT /api/cases/{id}/owner': onCase({ ownerStaffId: null }),
  'PUT /api/cases/{id}/call': onCase({ callAt: null }),
  'POST /api/cases/{id}/spoken': onCase(),
  'PUT /api/cases/{id}/mood': onCase({ isAngry: true }),
  'POST /api/cases/{id}/close': onCase({ outcome: 'mistake' }),
  'POST /api/cases/{id}/reopen': onCase(),
  'POST /api/cases/{id}/offers/{offerId}': onCase({ offerId: 1, answer: 'refused' }),
  'POST /api/cases/{id}/offers/{offerId}/undo': onCase({ offerId: 1 }),
  'POST /api/cases/{id}/exit': onCase({ endsOn: '2030-01-01' }),
  'POST /api/cases/{id}/exit/withdraw': onCase(),
  'POST /api/cases/{id}/notices/{noticeId}': onCase({ noticeId: 1, decision: 'accepted' }),
};
