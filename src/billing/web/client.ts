import { caller, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

const call = caller<typeof api>();
export const { useRead, useWrite, usePages } = hooks(call);

type Api = typeof api;
export type Statement = OutputOf<Api, 'GET /api/accounts/{id}/statement'>;
export type StatementLine = Statement['lines'][number];
export type Mark = StatementLine['marks'][number];
export type Correction = OutputOf<Api, 'GET /api/corrections'>['corrections'][number];
export type LineMention = NonNullable<Correction['line']>;
export type Suggested = OutputOf<Api, 'GET /api/accounts/{id}/suggested-correction'>;
export type Reason = OutputOf<Api, 'GET /api/correction-reasons'>['reasons'][number];
export type PaymentSource = OutputOf<Api, 'GET /api/payment-sources'>['sources'][number];
export type Payment = OutputOf<Api, 'GET /api/payments'>['payments'][number];
export type StatementPreview = OutputOf<Api, 'POST /api/payments/statements/preview'>;
export type StatementTally = OutputOf<Api, 'POST /api/payments/statements'>;
export type Conflict = OutputOf<Api, 'GET /api/payment-conflicts'>['conflicts'][number];
export type Limit = OutputOf<Api, 'GET /api/correction-limits'>['limits'][number];

/** What a step of a correction makes out of date: statements, queues, cards and tickets. */
export const correctionPaths = [
  '/api/accounts',
  '/api/corrections',
  '/api/subscribers/{id}',
  '/api/tickets',
];
export type BillingSettings = OutputOf<Api, 'GET /api/billing-settings'>;
export type ChargeRuns = OutputOf<Api, 'GET /api/charge-runs'>;
export type Service = OutputOf<Api, 'GET /api/accounts/{id}/service'>;

/** What a change of an account's service makes out of date. */
export const servicePaths = ['/api/accounts', '/api/subscribers/{id}', '/api/subscribers'];
export type Promises = OutputOf<Api, 'GET /api/accounts/{id}/promises'>;
export type PromiseRule = OutputOf<Api, 'GET /api/promise-rules'>['rules'][number];
export type PromisePreview = OutputOf<Api, 'POST /api/promise-rules/preview'>;
