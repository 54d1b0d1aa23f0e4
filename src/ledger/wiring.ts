import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { api, errors } from './api.ts';
import { closePeriod } from './periods/close-period.ts';
import { countClosingsTick } from './periods/count-closing.ts';
import { listClosings } from './periods/list-closings.ts';
import { trialBalance } from './periods/trial-balance.ts';

export const wiring = defineWiring({
  domain: 'ledger',
  ticks: [countClosingsTick],
  api,
  errors,
  handlers: {
    'GET /api/ledger/trial-balance': trialBalance,
    'GET /api/ledger/closings': listClosings,
    'POST /api/ledger/closings': { ownTransactions: closePeriod },
  },
  permissions: ['ledger.view', 'ledger.close'],
  liveEvents: { 'ledger.period_closed': 'signed-in' },
  fills: [fill(startingGrants, { supervisor: { 'ledger.view': 'all' } })],
});
