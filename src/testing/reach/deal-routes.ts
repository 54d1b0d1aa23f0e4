import type { Read, Write } from './routes.ts';
import { makeCursor } from '../../kernel/api/cursor.ts';
import { hands, type Row } from './rows.ts';

const buyer = (row: Row): string => row.buyer;
/** A place in a column before which all of it stands: of long ago nothing is late, all is other. */
const [longAgo, theFuture] = ['2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'];
const wholeColumn = makeCursor([longAgo, 'others', theFuture, 1]);
const shown = { columns: ['name'] };

/** What shows deals. */
export const dealReads: Record<string, Read> = {
  'POST /api/deals/list': { of: 'deals', shows: buyer, asked: () => [shown] },
  'POST /api/deals/count': {
    of: 'deals',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: () => [{}],
  },
  'GET /api/deals/export': {
    of: 'deals',
    shows: buyer,
    asked: () => [{ query: shown, format: 'csv' }],
  },
  'GET /api/deal-board': { of: 'deals', shows: buyer, asked: () => [{}] },
  'GET /api/deal-board/{stageId}': {
    of: 'deals',
    shows: buyer,
    asked: () => [{ stageId: 1, cursor: wholeColumn }],
  },
  'POST /api/deal-board/cards': {
    of: 'deals',
    shows: buyer,
    asked: (rows) => [{ pipelineId: 1, ids: hands.map((one) => rows[one].dealId) }],
  },
  'GET /api/selling': {
    of: 'deals',
    counts: ({ total }: { total: { deals: number } }) => total.deals,
    each: 1,
    asked: () => [{ from: '2026-01-01', to: '2026-12-31' }],
  },
  'GET /api/leads': { of: 'deals', shows: buyer, asked: () => [{}] },
  'GET /api/leads/count': {
    of: 'deals',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: () => [{}],
  },
  'GET /api/leads/{id}': { of: 'deals', opens: ({ leadId: id }) => ({ id }) },
  'GET /api/deals/{id}': { of: 'deals', opens: ({ dealId: id }) => ({ id }) },
  'GET /api/deals/{id}/quotes': { of: 'deals', opens: ({ dealId: id }) => ({ id }) },
  'GET /api/deals/{id}/quote-lines': {
    of: 'deals',
    opens: ({ dealId: id }) => ({ id, productVersionIds: '1' }),
  },
  'GET /api/deals/{id}/quotes/{quoteId}/ways': {
    of: 'deals',
    opens: ({ dealId: id, quoteId }) => ({ id, quoteId }),
  },
  'GET /api/deals/{id}/visit-slots': { of: 'deals', opens: ({ dealId: id }) => ({ id }) },
  'GET /api/deals/{id}/alike': { of: 'deals', opens: ({ dealId: id }) => ({ id }) },
  'GET /api/deals/{id}/order': { of: 'deals', opens: ({ dealId: id }) => ({ id }) },
  'GET /api/deals/{id}/quotes/{quoteId}/file': {
    of: 'deals',
    opens: ({ dealId: id, quoteId }) => ({ id, quoteId }),
  },
};

const onDeal = (more: object = {}): Write => ({
  of: 'deals',
  input: ({ dealId: id }) => ({ id, version: 1, ...more }),
});

const onLead = (more: object = {}): Write => ({
  of: 'deals',
  input: ({ leadId: id }) => ({ id, version: 1, ...more }),
});

/** What changes deals. */
export const dealWrites: Record<string, Write> = {
  'PATCH /api/deals/{id}': onDeal({ flat: '7' }),
  'POST /api/deals/{id}/move': onDeal({ stageId: 1 }),
  'POST /api/deals/{id}/quotes/{quoteId}/withdraw': {
    of: 'deals',
    input: ({ dealId: id, quoteId }) => ({ id, quoteId, reason: 'x' }),
  },
  'POST /api/deals/{id}/quotes/{quoteId}/send': {
    of: 'deals',
    input: ({ dealId: id, quoteId }) => ({ id, quoteId, way: 'email-named' }),
  },
  'POST /api/deals/{id}/quotes/{quoteId}/undo': {
    of: 'deals',
    input: ({ dealId: id, quoteId }) => ({ id, quoteId, reason: 'x' }),
  },
  'POST /api/deals/{id}/quotes': {
    of: 'deals',
    input: ({ dealId: id, productVersionId }) => ({ id, productVersionIds: [productVersionId] }),
  },
  'POST /api/deals/{id}/connect': onDeal(),
  'POST /api/deals/{id}/visit': onDeal({ slotId: 1, on: '2026-03-03' }),
  'POST /api/deals/{id}/visit/cancel': onDeal({ reason: 'x' }),
  'POST /api/deals/{id}/connect/undo': onDeal({ reason: 'x' }),
  'POST /api/deals/{id}/equipment': onDeal({ kind: 'Роутер', serial: '1', basis: 'rented' }),
  'POST /api/deals/{id}/equipment/{equipmentId}/return': {
    of: 'deals',
    input: ({ dealId: id, equipmentId }) => ({ id, equipmentId, reason: 'x' }),
  },
  'POST /api/deals/{id}/win': onDeal(),
  'POST /api/deals/{id}/lose': onDeal({ reasonId: 1 }),
  'POST /api/deals/{id}/reopen': onDeal({ reason: 'x' }),
  'POST /api/leads/{id}/accept': onLead(),
  'POST /api/leads/{id}/attach': onLead({ dealId: 1 }),
  'POST /api/leads/{id}/decline': onLead({ reasonId: 1 }),
};
