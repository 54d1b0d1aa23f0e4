import { returnWays } from '../billing/index.ts';
import { swiftly } from '../kernel/db/swift.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { ledgerChecks } from '../ledger/index.ts';
import { startingGrants } from '../staff/index.ts';
import { personalDataSources } from '../subscribers/index.ts';
import { activateForAccount } from './activation/activate-for-account.ts';
import { activateOpenly } from './activation/activate-openly.ts';
import { attemptsSweep } from './activation/attempts.ts';
import { api, errors } from './api.ts';
import { createBatch } from './batches/create-batch.ts';
import { listBatches, openBatch } from './batches/list-batches.ts';
import { makeCards } from './batches/make-cards.ts';
import { takePins } from './batches/take-pins.ts';
import { showPayer } from './cabinet/find-payer.ts';
import { showCabinet } from './cabinet/show-cabinet.ts';
import { sellCards } from './cabinet/sell-cards.ts';
import { showOwnSettlement } from './cabinet/show-own-settlement.ts';
import { takeOwnPayment } from './cabinet/take-own-payment.ts';
import { undoSale } from './cabinet/undo-sale.ts';
import { doStaffDeed } from './cards/do-staff-deed.ts';
import { expireCards } from './cards/expire-cards.ts';
import { findCard } from './cards/find-card.ts';
import { cardChecks } from './ledger-checks.ts';
import { batchesLive, dealersLive, liveEvents } from './live-events.ts';
import { closeSettlement } from './money/close-settlement.ts';
import { showSettlement } from './money/count-settlement.ts';
import { payIn } from './money/pay-in.ts';
import { returnTaken } from './money/return-taken.ts';
import { changeDealer, createDealer } from './people/change-dealer.ts';
import { setCommission } from './people/set-commission.ts';
import { addPerson } from './people/add-person.ts';
import { removePerson } from './people/remove-person.ts';
import { dealerList } from './people/list-dealers.ts';
import { listDealerNames, openDealer } from './people/open-dealer.ts';
import { personalData } from './personal-data.ts';

export const wiring = defineWiring({
  domain: 'dealers',
  api,
  errors,
  handlers: {
    ...listHandlers(dealerList),
    'POST /api/dealers': createDealer,
    'GET /api/dealers/{id}': openDealer,
    'PUT /api/dealers/{id}': changeDealer,
    'PUT /api/dealers/{id}/people/{staffId}': addPerson,
    'DELETE /api/dealers/{id}/people/{staffId}': removePerson,
    'POST /api/dealers/{id}/commissions': setCommission,
    'POST /api/dealers/{id}/payments': payIn,
    'GET /api/dealers/{id}/settlement': showSettlement,
    'POST /api/dealers/{id}/settlements': closeSettlement,
    'GET /api/dealer-names': listDealerNames,
    'GET /api/card-batches': listBatches,
    'POST /api/card-batches': createBatch,
    'GET /api/card-batches/{id}': openBatch,
    'POST /api/card-batches/{id}/pins': takePins,
    'POST /api/card-batches/{id}/deeds': doStaffDeed,
    'GET /api/cards/{series}/{number}': findCard,
    'POST /api/cards/activate': { ownTransactions: swiftly(activateOpenly) },
    'POST /api/accounts/{id}/cards': { ownTransactions: swiftly(activateForAccount) },
    'GET /api/cabinet': showCabinet,
    'POST /api/cabinet/sales': sellCards,
    'POST /api/cabinet/sales/undo': undoSale,
    'GET /api/cabinet/account': showPayer,
    'POST /api/cabinet/payments': { ownTransactions: takeOwnPayment },
    'GET /api/cabinet/settlement': showOwnSettlement,
  },
  permissions: [
    'dealers.view',
    'dealers.manage',
    'dealers.cards',
    'dealers.pins',
    'dealers.activate',
    'dealers.cabinet',
  ],
  outsidePermissions: ['dealers.cabinet'],
  liveEvents,
  jobs: [makeCards],
  ticks: [expireCards, attemptsSweep],
  fills: [
    fill(ledgerChecks, cardChecks),
    fill(personalDataSources, personalData),
    fill(returnWays, returnTaken),
    fill(liveSubjects, dealersLive),
    fill(liveSubjects, batchesLive),
    fill(startingGrants, {
      supervisor: {
        'dealers.view': 'all',
        'dealers.manage': 'all',
        'dealers.cards': 'all',
        'dealers.activate': 'all',
      },
      agent: { 'dealers.activate': 'all' },
      dealer: { 'dealers.cabinet': 'own' },
    }),
  ],
});
