import { caller, type InputOf, type OutputOf } from '../../ui/call.ts';
import { hooks } from '../../ui/query.ts';
import type { api } from '../api.ts';

export const call = caller<typeof api>();
export const { useRead, useWrite, usePages } = hooks(call);

type Api = typeof api;
export type Statement = OutputOf<Api, 'GET /api/accounts/{id}/statement'>;
export type StatementLine = Statement['lines'][number];
export type Mark = StatementLine['marks'][number];
export type Correction = OutputOf<Api, 'GET /api/corrections'>['corrections'][number];
export type PriceChange = OutputOf<Api, 'GET /api/price-changes'>['changes'][number];
export type WantedChange = InputOf<Api, 'GET /api/price-changes/preview'>;
export type ProductResult = OutputOf<Api, 'GET /api/products/{id}/result'>;
export type LineMention = NonNullable<Correction['line']>;
export type Suggested = OutputOf<Api, 'GET /api/accounts/{id}/suggested-correction'>;
export type Reason = OutputOf<Api, 'GET /api/correction-reasons'>['reasons'][number];
export type PaymentSource = OutputOf<Api, 'GET /api/payment-sources'>['sources'][number];
export type Payment = OutputOf<Api, 'GET /api/payments'>['payments'][number];
export type StatementPreview = OutputOf<Api, 'POST /api/payments/statements/preview'>;
export type StatementTally = OutputOf<Api, 'POST /api/payments/statements'>;
export type Conflict = OutputOf<Api, 'GET /api/payment-conflicts'>['conflicts'][number];
export type Doubt = OutputOf<Api, 'GET /api/payment-doubts'>['doubts'][number];
export type CashShift = NonNullable<OutputOf<Api, 'GET /api/cash'>['shift']>;
export type CashPlace = OutputOf<Api, 'GET /api/cash'>['desks'][number];
export type CashDesk = OutputOf<Api, 'GET /api/cash-desks'>['desks'][number];
export type Payer = OutputOf<Api, 'GET /api/cash/payers'>['payers'][number];
export type CashOperation = OutputOf<
  Api,
  'GET /api/cash/shifts/{id}/operations'
>['operations'][number];
export type CashReceipt = OutputOf<Api, 'GET /api/cash/operations/{id}'>;
export type Limit = OutputOf<Api, 'GET /api/correction-limits'>['limits'][number];

/** What a step of a correction makes out of date: statements, queues, cards and tickets. */
export const correctionPaths = [
  '/api/accounts',
  '/api/corrections',
  '/api/subscribers/{id}',
  '/api/tickets',
];
export type Seller = OutputOf<Api, 'GET /api/seller'>;
export type PayerDetails = OutputOf<Api, 'GET /api/accounts/{id}/payer'>;
export type Paper = OutputOf<Api, 'GET /api/accounts/{id}/papers'>['papers'][number];
export type PaperDialogProps = { account: Statement['account']; onClose: () => void };

/** What a new paper, or another payer, makes out of date. */
export const paperPaths = ['/api/accounts/{id}/papers', '/api/accounts/{id}/payer'];

export type BillingSettings = OutputOf<Api, 'GET /api/billing-settings'>;
export type ChargeRuns = OutputOf<Api, 'GET /api/charge-runs'>;
export type Service = OutputOf<Api, 'GET /api/accounts/{id}/service'>;

export type AccountAdvice = OutputOf<Api, 'GET /api/accounts/{id}/advice'>;
export type Advice = AccountAdvice['advices'][number];
export type AdvisorSettings = AccountAdvice['settings'];
export type Advisor = OutputOf<Api, 'GET /api/advisor'>;

/** What a change of an account's service makes out of date. */
export const servicePaths = ['/api/accounts', '/api/subscribers/{id}', '/api/subscribers'];
export type Promises = OutputOf<Api, 'GET /api/accounts/{id}/promises'>;
export type PromiseRule = OutputOf<Api, 'GET /api/promise-rules'>['rules'][number];
export type PromisePreview = OutputOf<Api, 'POST /api/promise-rules/preview'>;

/** What money that moved in a cash desk makes out of date. */
export const cashPaths = ['/api/cash', '/api/payments', '/api/accounts', '/api/subscribers/{id}'];

/** What was just taken at the window. */
export type TakenPayment = {
  /** Of the operation. */
  id: number;
  receipt: string;
  amountMinor: number;
  changeMinor: number;
  hasGiven: boolean;
};
export type TrustSettings = OutputOf<Api, 'GET /api/trust-settings'>;
export type TrustPreview = OutputOf<Api, 'POST /api/trust-settings/preview'>;
export type DebtSums = OutputOf<Api, 'GET /api/debtors/sums'>;
export type DunningSettings = OutputOf<Api, 'GET /api/dunning-settings'>;
