import { listHandlers } from '../kernel/list/list-handlers.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { startingGrants } from '../staff/index.ts';
import { addFormerName, cardParts, removeFormerName, riskFacts } from '../subscribers/index.ts';
import { api, errors } from './api.ts';
import { checkAddress } from './check/check-address.ts';
import { checkPublicly } from './check/check-publicly.ts';
import { suggest } from './check/suggest.ts';
import { offersPart } from './competitors/card-part.ts';
import { competitorOffers } from './competitors/list-offers.ts';
import { listCompetitors, noteOffer, removeOffer } from './competitors/note-offer.ts';
import { addNode } from './coverage/add-node.ts';
import { changeCoverages } from './coverage/change-coverages.ts';
import { addTerms, changeTerms } from './coverage/change-terms.ts';
import { listTerms } from './coverage/list-terms.ts';
import { coverages } from './coverage/list-coverages.ts';
import { listNodes } from './coverage/list-nodes.ts';
import { openBuilding } from './coverage/open-building.ts';
import { removeCoverage, setCoverage } from './coverage/set-coverage.ts';
import { liftStop, stopSales } from './coverage/stop-sales.ts';
import { liveEvents } from './live-events.ts';
import { houseFacts } from './risk-facts.ts';
import { outageSums } from './summed-fields.ts';
import { summedFields } from '../kernel/list/summed-field.ts';

export const wiring = defineWiring({
  domain: 'network',
  api,
  errors,
  handlers: {
    ...listHandlers(coverages),
    ...listHandlers(competitorOffers),
    'GET /api/address-check/suggestions': suggest,
    'GET /api/address-check': checkAddress,
    'GET /api/public/address-check/suggestions': suggest,
    'GET /api/public/address-check': checkPublicly,
    'POST /api/coverages/changes': changeCoverages,
    'GET /api/buildings/{id}': openBuilding,
    'PUT /api/buildings/{id}/coverage/{technology}': setCoverage,
    'DELETE /api/buildings/{id}/coverage/{technology}': removeCoverage,
    'POST /api/streets/{id}/former-names': addFormerName,
    'DELETE /api/streets/{id}/former-names/{nameId}': removeFormerName,
    'GET /api/nodes': listNodes,
    'POST /api/nodes': addNode,
    'GET /api/connection-terms': listTerms,
    'POST /api/connection-terms': addTerms,
    'PUT /api/connection-terms/{id}': changeTerms,
    'POST /api/stop-sales': stopSales,
    'POST /api/stop-sales/{id}/lift': liftStop,
    'POST /api/buildings/{id}/competitor-offers': noteOffer,
    'DELETE /api/competitor-offers/{id}': removeOffer,
    'GET /api/competitors': listCompetitors,
  },
  permissions: ['network.check', 'network.coverage'],
  liveEvents,
  fills: [
    fill(riskFacts, houseFacts),
    ...outageSums.map((sum) => fill(summedFields, sum)),
    fill(cardParts, offersPart),
    fill(startingGrants, {
      supervisor: { 'network.check': 'all', 'network.coverage': 'all' },
      agent: { 'network.check': 'all' },
    }),
  ],
});
