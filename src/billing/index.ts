export { accountLives } from './account-lives.ts';
export { type AccountLoad, bulkLoad, type ServiceLineLoad } from './bulk-load.ts';
export {
  chargeRestored,
  goneWithAccounts,
  removeAccounts,
  reopenSubscriptions,
  restoreAccounts,
} from './bulk-undo.ts';
export { type AccountUpdate, bulkUpdate } from './bulk-update.ts';

export { chargeLevelsOf } from './charge-levels.ts';
export { bulkLoadCorrections, type CorrectionLoad } from './corrections/bulk-load-corrections.ts';
export { bulkLoadDebts } from './dunning/bulk-load-debts.ts';
export { goOn, leaveInPeace } from './dunning/leave-in-peace.ts';
export { bulkLoadPayments } from './payments/bulk-load-payments.ts';
export { readCorrections } from './corrections/correction-rows.ts';
export { proposeCorrection } from './corrections/propose-correction.ts';
export { giveForPoints, takeBackForPoints } from './credits/give-for-points.ts';
export { endDiscount, giveDiscount } from './discounts/give-discount.ts';
export { closeAccount } from './opening/close-account.ts';
export { promiseDebt } from './promised/promise-debt.ts';
export { findAbout } from './corrections/find-about.ts';
export { chargeFor } from './charging/charge-once.ts';
export { findAccount, holdAccounts } from './find-account.ts';
export { openAccount } from './opening/open-account.ts';
export { takeBackAccount } from './opening/take-back-account.ts';
export { leavingFeesOf } from './subscribing/leaving-fee.ts';
export { restDue } from './opening/rest-due.ts';
export { giveBundle } from './bundles/give-bundle.ts';
export { chargeAccounts } from './charging/charge-accounts.ts';
export { addSubscription } from './subscribing/add-subscription.ts';
export { subscribe } from './subscribing/subscribe.ts';
export { unsubscribe } from './subscribing/unsubscribe.ts';
export { longDay } from './papers/words/day-text.ts';
export { sumText } from './papers/words/sum-text.ts';
export { sellerOnPaper } from './papers/details/load-seller.ts';
export { receivePayment } from './payments/receive-payment.ts';
export { payableAccount } from './payments/payable-account.ts';
export { innerSource } from './payments/inner-source.ts';
export { holderJoins, reachesAccount } from './reach.ts';
export {
  type AccountClosing,
  accountClosings,
  closingDues,
  type CorrectionOrigin,
  correctionOrigins,
  type LeaversExpected,
  leaversExpected,
  type NoticeSender,
  noticeSenders,
  type ReturnWay,
  returnWays,
  serviceControls,
  serviceLimits,
  type StatementMarks,
  statementMarks,
} from './slots.ts';
export { monthlyFeesMinor } from './monthly-fees.ts';
export { availableJoins, availableMinor } from './states/available.ts';
export { bulkNoteCareful } from './trust/careful.ts';
export { paidInTime } from './trust/paid-in-time.ts';
export { afterMoneyCame } from './states/resume-paid.ts';
export { type AccountTotals, sumAccounts } from './statement/sum-accounts.ts';
export { removeUsage } from './usage/remove-usage.ts';
export { storeUsage, tryUsage, type UsageLoad } from './usage/store-usage.ts';
