import type { Read, Write } from './routes.ts';

type Input = Write['input'];
const on = (input: Input): Write => ({ of: 'accounts', input });
const onCorrection = (more: object = {}): Write => on((row) => ({ id: row.correctionId, ...more }));

/** Routes that show accounts and their corrections. */
export const accountReads: Record<string, Read> = {
  'GET /api/accounts/{id}/statement': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/service': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/dunning': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/promises': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/trust': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/advice': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/payer': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/papers': { of: 'accounts', opens: ({ accountId: id }) => ({ id }) },
  'GET /api/accounts/{id}/papers/{paperId}': {
    of: 'accounts',
    opens: ({ accountId: id, paperId }) => ({ id, paperId, format: 'csv' }),
  },
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
  'GET /api/cash/shifts': {
    of: 'shifts',
    shows: ({ staffName }) => staffName,
    asked: () => [{}],
  },
  'GET /api/cash/shifts/{id}': { of: 'shifts', opens: ({ shiftId: id }) => ({ id }) },
  'GET /api/cash/shifts/{id}/operations': { of: 'shifts', opens: ({ shiftId: id }) => ({ id }) },
  'GET /api/corrections/count': {
    of: 'accounts',
    counts: ({ count }: { count: number }) => count,
    each: 1,
    asked: () => [{}],
  },
};

const onAccount = (more: object): Write => on(({ accountId: id }) => ({ id, ...more }));

/** Routes that change how accounts are served; what ends something stands behind what begins it. */
const servingWrites: Record<string, Write> = {
  'POST /api/accounts/{id}/charges': onAccount({ amountMinor: 100, words: 'Выезд' }),
  'POST /api/accounts/{id}/discounts': onAccount({
    kind: 'percent',
    value: 100,
    fromOn: '2026-03-02',
  }),
  'DELETE /api/accounts/{id}/discounts/{discountId}': on(({ accountId: id, discountId }) => ({
    id,
    discountId,
  })),
  'PUT /api/accounts/{id}/dunning-pause': onAccount({ untilOn: '2026-03-20', words: 'Уехал' }),
  'DELETE /api/accounts/{id}/dunning-pause': onAccount({}),
  'POST /api/accounts/{id}/dunning-call': onAccount({}),
  'POST /api/price-changes/{id}/told': on(({ accountId }) => ({ id: 1, accountId })),
  'POST /api/accounts/{id}/promises': onAccount({ amountMinor: 100 }),
  'PUT /api/accounts/{id}/payment-mode': onAccount({ paymentMode: 'prepaid' }),
  'POST /api/accounts/{id}/pauses': onAccount({ fromOn: '2026-03-12', toOn: '2026-03-22' }),
  'DELETE /api/accounts/{id}/pauses/{pauseId}': on(({ accountId: id, pauseId }) => ({
    id,
    pauseId,
  })),
  'POST /api/accounts/{id}/subscriptions': on(({ accountId: id, productVersionId }) => ({
    id,
    productVersionId,
    from: 'today',
  })),
  'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}': on(
    ({ accountId: id, subscriptionId }) => ({ id, subscriptionId }),
  ),
  'PUT /api/accounts/{id}/payer': onAccount({
    name: 'ООО «Тест»',
    taxNumber: '',
    taxReasonCode: '',
    registrationNumber: '',
    address: '',
    version: 0,
  }),
  'POST /api/accounts/{id}/papers/statements': onAccount({
    fromOn: '2026-02-01',
    toOn: '2026-02-28',
  }),
  'POST /api/accounts/{id}/papers/invoices': onAccount({ of: 'sum', amountMinor: 100 }),
  'POST /api/accounts/{id}/lines': onAccount({ kind: 'tv' }),
  'DELETE /api/accounts/{id}/lines/{lineId}': on(({ accountId: id, lineId }) => ({ id, lineId })),
  'POST /api/accounts/{id}/suspend': onAccount({ words: 'Проверка' }),
  'POST /api/accounts/{id}/resume': onAccount({}),
  'DELETE /api/accounts/{id}/limit': onAccount({}),
};

/** Routes that change them; what ends a proposal stands behind what needs it open. */
export const accountWrites: Record<string, Write> = {
  ...servingWrites,
  'POST /api/accounts/{id}/corrections': on(({ accountId: id, reasonId }) => ({
    id,
    reasonId,
    kind: 'compensation',
    amountMinor: 100,
  })),
  'POST /api/payments/{id}/returns': on(({ paymentId: id }) => ({
    id,
    amountMinor: 1,
    reason: 'Ошибся суммой',
  })),
  'POST /api/cash/payments': on(({ accountId }) => ({
    key: 'once-for-all',
    accountId,
    amountMinor: 1,
  })),
  'POST /api/cash/payments/{id}/returns': on(({ paymentId: id }) => ({
    id,
    key: 'once-for-all',
    amountMinor: 1,
    reason: 'Ошибся суммой',
  })),
  'POST /api/cash/shifts/{id}/end': {
    of: 'shifts',
    input: ({ shiftId: id }) => ({ id, countedMinor: 0, expectedMinor: 0 }),
  },
  'POST /api/payment-conflicts/{id}/settle': on(({ conflictId: id }) => ({ id })),
  'POST /api/corrections/{id}/approve': onCorrection(),
  'POST /api/corrections/{id}/refuse': onCorrection({ words: 'Нет' }),
  'POST /api/corrections/{id}/reverse': on(({ correctionId: id, reasonId }) => ({
    id,
    reasonId,
  })),
  'POST /api/accounts': on(({ subscriberId }) => ({ subscriberId })),
  'POST /api/accounts/{id}/close': onAccount({ words: 'Уезжает' }),
};
