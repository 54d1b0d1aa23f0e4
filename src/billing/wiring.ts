import { listExtensions } from '../kernel/list/entity.ts';
import { swiftly } from '../kernel/db/swift.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { serverMounts } from '../kernel/http/entrance.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { ledgerChecks } from '../ledger/index.ts';
import { startingGrants } from '../staff/index.ts';
import {
  cardParts,
  erasers,
  personalDataSources,
  riskFacts,
  searchTerms,
  timelineSources,
} from '../subscribers/index.ts';
import { templateVariables } from '../work/index.ts';
import { api, errors } from './api.ts';
import { advisorHandlers } from './advisor/handlers.ts';
import { advisorTick } from './advisor/run-advisor.ts';
import { accountsPart } from './card-part.ts';
import { chargeLevelsTick } from './charge-levels.ts';
import { chargeOnce } from './charging/charge-once.ts';
import { dunningTick } from './dunning/dunning-tick.ts';
import { dunningHandlers } from './dunning/handlers.ts';
import { endDiscount, giveDiscount } from './discounts/give-discount.ts';
import { openServing } from './states/open-serving.ts';
import { endPause, pauseAccount } from './states/pause-account.ts';
import { liftLimit } from './states/lift-limit.ts';
import { resumeAfterPayment } from './states/resume-paid.ts';
import { pausesTick } from './states/pauses-tick.ts';
import { resumeAccount, suspendAccount } from './states/suspend-account.ts';
import { setPaymentMode } from './subscribing/set-payment-mode.ts';
import { subscribe } from './subscribing/subscribe.ts';
import { unsubscribe } from './subscribing/unsubscribe.ts';
import { takeUsage } from './usage/take-usage.ts';
import { changeSettings, showSettings } from './charging/change-settings.ts';
import { listRuns } from './charging/list-runs.ts';
import { askForRun } from './charging/ask-for-run.ts';
import { chargesTick } from './charging/run-charges.ts';
import { approveCorrection, refuseCorrection } from './corrections/approve-correction.ts';
import { addReason, changeReason } from './corrections/change-reason.ts';
import { countCorrections, listCorrections } from './corrections/list-corrections.ts';
import { proposeCorrection } from './corrections/propose-correction.ts';
import { ensureFirstReasons, listReasons } from './corrections/reasons.ts';
import { reverseCorrection } from './corrections/reverse-correction.ts';
import { listLimits, setLimit } from './corrections/set-limit.ts';
import { suggestCorrection } from './corrections/suggest-correction.ts';
import { withdrawCorrection } from './corrections/withdraw-correction.ts';
import { moneyChecks } from './ledger-checks.ts';
import { listFields } from './list-fields.ts';
import { accountsLive, liveEvents, liveReach, paymentsLive, shiftsLive } from './live-events.ts';
import { eraser, personalData } from './personal-data.ts';
import { postingsSource } from './postings-source.ts';
import { loadSearchTerms } from './search-terms.ts';
import { addSource, changeSource } from './payments/change-source.ts';
import { forgetPayers } from './payments/forget-payers.ts';
import { listConflicts } from './payments/list-conflicts.ts';
import { listPayments } from './payments/list-payments.ts';
import { paymentList } from './payments/payment-list.ts';
import { nameSources } from './payments/name-sources.ts';
import { listSources } from './payments/list-sources.ts';
import { listDoubts } from './payments/bank/list-doubts.ts';
import { settleDoubt } from './payments/bank/settle-doubt.ts';
import { mountYookassa } from './payments/yookassa/mount-yookassa.ts';
import { mountOsmp } from './payments/osmp/mount-osmp.ts';
import { openingHandlers } from './opening/handlers.ts';
import { returnPayment } from './payments/returning/return-payment.ts';
import { actsTick } from './papers/acts/acts-tick.ts';
import { paperHandlers } from './papers/handlers.ts';
import { placePayment } from './payments/unidentified/place-payment.ts';
import { addDesk, changeDesk, listDesks } from './payments/cash/change-desk.ts';
import { endShift } from './payments/cash/end-shift.ts';
import { findPayers } from './payments/cash/find-payers.ts';
import { listOperations, showOperation } from './payments/cash/list-operations.ts';
import { listShifts, showShift } from './payments/cash/list-shifts.ts';
import { moveCash } from './payments/cash/move-cash.ts';
import { openShift } from './payments/cash/open-shift.ts';
import { returnCash } from './payments/cash/return-cash.ts';
import { showDesk } from './payments/cash/show-desk.ts';
import { takeCash } from './payments/cash/take-cash.ts';
import { suggestAccounts } from './payments/unidentified/suggest-accounts.ts';
import { loadStatement } from './payments/bank/load-statement.ts';
import { previewStatement } from './payments/bank/preview-statement.ts';
import { settleConflict } from './payments/settle-conflict.ts';
import { priceChangeHandlers } from './price-changes/handlers.ts';
import { priceChangesTick } from './price-changes/price-changes-tick.ts';
import { showResult } from './products/show-result.ts';
import { promisesTick } from './promised/break-promises.ts';
import { promiseHandlers } from './promised/handlers.ts';
import { keepPromises } from './promised/keep-promise.ts';
import { moneyFacts } from './risk/money-facts.ts';
import { breakFacts, subscriptionFacts, usageFacts } from './risk/service-facts.ts';
import { afterPayment } from './slots.ts';
import { trustHandlers } from './trust/handlers.ts';
import { trustTick } from './trust/trust-tick.ts';
import { openStatement } from './statement/open-statement.ts';
import { accountVariables } from './template-variables.ts';
import { accountSums } from './summed-fields.ts';
import { summedFields } from '../kernel/list/summed-field.ts';

export const wiring = defineWiring({
  domain: 'billing',
  ticks: [
    chargeLevelsTick,
    chargesTick,
    pausesTick,
    promisesTick,
    trustTick,
    actsTick,
    dunningTick,
    priceChangesTick,
    advisorTick,
    forgetPayers,
  ],
  api,
  errors,
  handlers: {
    'GET /api/accounts/{id}/statement': swiftly(openStatement),
    'GET /api/accounts/{id}/suggested-correction': suggestCorrection,
    'POST /api/accounts/{id}/corrections': proposeCorrection,
    'GET /api/corrections': listCorrections,
    'GET /api/corrections/count': countCorrections,
    'POST /api/corrections/{id}/approve': approveCorrection,
    'POST /api/corrections/{id}/refuse': refuseCorrection,
    'POST /api/corrections/{id}/withdraw': withdrawCorrection,
    'POST /api/corrections/{id}/reverse': reverseCorrection,
    'GET /api/correction-reasons': listReasons,
    'POST /api/correction-reasons': addReason,
    'PUT /api/correction-reasons/{id}': changeReason,
    'GET /api/correction-limits': listLimits,
    'PUT /api/correction-limits/{roleId}': setLimit,
    'GET /api/payment-sources': listSources,
    'POST /api/payment-sources': addSource,
    'PUT /api/payment-sources/{id}': changeSource,
    'GET /api/payments/sources': nameSources,
    'GET /api/payments': listPayments,
    ...listHandlers(paymentList),
    'GET /api/payments/{id}/suggestions': suggestAccounts,
    'POST /api/payments/{id}/place': placePayment,
    'POST /api/payments/{id}/returns': returnPayment,
    'POST /api/payments/statements/preview': previewStatement,
    'POST /api/payments/statements': loadStatement,
    'GET /api/payment-doubts': listDoubts,
    'POST /api/payment-doubts/{id}/settle': settleDoubt,
    'GET /api/cash-desks': listDesks,
    'POST /api/cash-desks': addDesk,
    'PUT /api/cash-desks/{id}': changeDesk,
    'GET /api/cash': showDesk,
    'GET /api/cash/payers': findPayers,
    'POST /api/cash/shifts': openShift,
    'POST /api/cash/payments': takeCash,
    'POST /api/cash/payments/{id}/returns': returnCash,
    'POST /api/cash/movements': moveCash,
    'GET /api/cash/shifts': listShifts,
    'GET /api/cash/shifts/{id}': showShift,
    'POST /api/cash/shifts/{id}/end': endShift,
    'GET /api/cash/shifts/{id}/operations': listOperations,
    'GET /api/cash/operations/{id}': showOperation,
    'GET /api/payment-conflicts': listConflicts,
    'POST /api/payment-conflicts/{id}/settle': settleConflict,
    'GET /api/billing-settings': showSettings,
    'PUT /api/billing-settings': changeSettings,
    'GET /api/charge-runs': listRuns,
    'POST /api/charge-runs': askForRun,
    'GET /api/accounts/{id}/service': swiftly(openServing),
    ...openingHandlers,
    'POST /api/accounts/{id}/pauses': pauseAccount,
    'DELETE /api/accounts/{id}/pauses/{pauseId}': endPause,
    'POST /api/accounts/{id}/suspend': suspendAccount,
    'POST /api/accounts/{id}/resume': resumeAccount,
    'DELETE /api/accounts/{id}/limit': liftLimit,
    'POST /api/accounts/{id}/subscriptions': (ctx, input) => subscribe(ctx, input),
    'DELETE /api/accounts/{id}/subscriptions/{subscriptionId}': unsubscribe,
    'PUT /api/accounts/{id}/payment-mode': setPaymentMode,
    'POST /api/accounts/{id}/discounts': giveDiscount,
    'DELETE /api/accounts/{id}/discounts/{discountId}': endDiscount,
    'POST /api/accounts/{id}/charges': chargeOnce,
    'POST /api/usage': takeUsage,
    'GET /api/products/{id}/result': showResult,
    ...promiseHandlers,
    ...trustHandlers,
    ...advisorHandlers,
    ...paperHandlers,
    ...dunningHandlers,
    ...priceChangeHandlers,
  },
  permissions: [
    'billing.view',
    'billing.propose_correction',
    'billing.approve_correction',
    'billing.payments',
    'billing.papers',
    'billing.serve',
    'billing.promise',
    'billing.adjust',
    'billing.charge',
    'billing.prices',
    'billing.usage',
    'billing.advisor',
    'billing.refund',
    'billing.bank',
    'billing.cash',
    'billing.cash_shifts',
    'billing.settings',
  ],
  liveEvents,
  fills: [
    ...[moneyFacts, subscriptionFacts, breakFacts, usageFacts].map((facts) =>
      fill(riskFacts, facts),
    ),
    ...accountSums.map((sum) => fill(summedFields, sum)),
    ...[liveReach, accountsLive, paymentsLive, shiftsLive].map((reach) =>
      fill(liveSubjects, reach),
    ),
    fill(ledgerChecks, moneyChecks),
    fill(afterPayment, keepPromises),
    fill(afterPayment, resumeAfterPayment),
    fill(cardParts, accountsPart),
    fill(templateVariables, accountVariables),
    fill(listExtensions, listFields),
    fill(timelineSources, postingsSource),
    fill(searchTerms, loadSearchTerms),
    ...personalData.map((source) => fill(personalDataSources, source)),
    fill(erasers, eraser),
    fill(serverMounts, mountOsmp),
    fill(serverMounts, mountYookassa),
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, {
      supervisor: {
        'billing.view': 'all',
        'billing.propose_correction': 'all',
        'billing.approve_correction': 'all',
        'billing.payments': 'all',
        'billing.papers': 'all',
        'billing.serve': 'all',
        'billing.promise': 'all',
        'billing.adjust': 'all',
        'billing.charge': 'all',
        'billing.advisor': 'all',
        'billing.refund': 'all',
        'billing.bank': 'all',
        'billing.cash': 'all',
        'billing.cash_shifts': 'all',
      },
      agent: {
        'billing.view': 'all',
        'billing.propose_correction': 'all',
        'billing.papers': 'all',
        'billing.serve': 'all',
        'billing.promise': 'all',
      },
    }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureFirstReasons(installation.systemCtx(operator, 'start'));
  }
}
