import type { Expression } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { Fail } from '../kernel/result.ts';
import { defineSlot } from '../kernel/slots.ts';
import type { SourceKind } from './api/payment-kinds.ts';
import type { Mark } from './api/statement.ts';
import type { Step } from './corrections/step.ts';

/**
 * Work of a later domain that corrections come from, such as a ticket. Billing knows it by kind and
 * id alone.
 */
export type CorrectionOrigin = {
  kind: string;
  /**
   * Whether the actor may propose something for this account from it; locks it against a change.
   */
  refuses: (ctx: Ctx, id: number, holder: { subscriberId: number }) => Promise<Fail | null>;
  /** Writes down there what happened to a correction, in the same transaction. */
  tell: (ctx: Ctx, id: number, step: Step) => Promise<void>;
};
export const correctionOrigins = defineSlot<CorrectionOrigin>('billing.correctionOrigins');

/** What a later domain shows at the lines and the periods that its work is about. */
export type StatementMarks = {
  ofLines: (
    ctx: Ctx,
    lineIds: readonly number[],
  ) => Promise<readonly (Mark & { lineId: number })[]>;
  ofPeriods: (
    ctx: Ctx,
    accountId: number,
  ) => Promise<readonly { fromOn: string; toOn: string; mark: Mark }[]>;
};
export const statementMarks = defineSlot<StatementMarks>('billing.statementMarks');

/** A payment as it raised a balance. */
export type Paid = { accountId: number; paymentId: number; amountMinor: number };

/** What payments set going, in their transaction: service comes back, a promise is kept. */
export type AfterPayment = (ctx: Ctx, paid: readonly Paid[]) => Promise<void>;
export const afterPayment = defineSlot<AfterPayment>('billing.afterPayment');

/**
 * Told when accounts are to be given service no longer, or again, in the same transaction: whatever
 * gives the service enqueues its work there.
 */
export type ServiceControl = (
  ctx: Ctx,
  change: { accountIds: readonly number[]; isGiven: boolean; reason: string },
) => Promise<void>;
export const serviceControls = defineSlot<ServiceControl>('billing.serviceControls');

/**
 * The same of accounts that are given less for a debt, such as a low speed, or all of it again. One
 * that is suspended while it is limited is told of by both.
 */
export type ServiceLimit = (
  ctx: Ctx,
  change: { accountIds: readonly number[]; isLimited: boolean },
) => Promise<void>;
export const serviceLimits = defineSlot<ServiceLimit>('billing.serviceLimits');

/**
 * Writes to a subscriber by a channel that they use and have not refused; null where there is none.
 * What is sent leaves with the transaction.
 */
export type NoticeSender = (
  ctx: Ctx,
  notice: { subscriberId: number; text: string },
) => Promise<{ way: string; outgoingMessageId: number } | null>;
export const noticeSenders = defineSlot<NoticeSender>('billing.noticeSenders');

/**
 * By whom payments of a source go back that a later domain has in hand: whose side they stand on,
 * and what else a return of one moves, in its transaction.
 */
export type ReturnWay = {
  sourceKind: SourceKind;
  dealerOf: (ctx: Ctx, paymentId: number) => Promise<number>;
  /** @param returned what had gone back of the payment before, and goes now */
  afterReturn: (
    ctx: Ctx,
    returned: { paymentId: number; returnId: number; beforeMinor: number; amountMinor: number },
  ) => Promise<void>;
};
export const returnWays = defineSlot<ReturnWay>('billing.returnWays');

/**
 * Told when somebody's account is closed by a person, in the same transaction: whoever keeps why
 * people leave writes it down. Not told of what an import or an undone connection takes back.
 */
export type AccountClosing = (
  ctx: Ctx,
  closing: {
    accountId: number;
    subscriberId: number;
    isLast: boolean;
    /** What was taken for leaving early. */
    feeMinor: number;
    /** What stands on it now; below zero it is owed. */
    balanceMinor: number;
  },
) => Promise<void>;
export const accountClosings = defineSlot<AccountClosing>('billing.accountClosings');

/** What else is owed by whoever leaves. */
export type ClosingDues = {
  /**
   * Charges it before the account is closed, in the same transaction, so that the balance they are
   * told holds all of it.
   */
  charge: (ctx: Ctx, closing: { accountId: number }) => Promise<void>;
  /** What that would come to today: account → minor units, of those of which there is any. */
  leftOf: (ctx: Ctx, accountIds: readonly number[]) => Promise<ReadonlyMap<number, number>>;
};
export const closingDues = defineSlot<ClosingDues>('billing.closingDues');

/**
 * How many of some accounts are expected to leave anyway, and what they pay a month, by what a
 * later domain has learnt; null while it knows of none. The accounts are a query that gives
 * account_id and monthly_minor, for they may be a million.
 */
export type LeaversExpected = (
  ctx: Ctx,
  accounts: Expression<unknown>,
) => Promise<{ expected: number; monthlyMinor: number } | null>;
export const leaversExpected = defineSlot<LeaversExpected>('billing.leaversExpected');
