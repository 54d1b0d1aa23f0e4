import { restored } from '../kernel/backup/restored.ts';
import { ok } from '../kernel/result.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import { searchKinds } from '../kernel/search/search-kinds.ts';
import { fill } from '../kernel/slots.ts';
import { veils } from '../kernel/veil.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { auditNames, startingGrants } from '../staff/index.ts';
import { attributeHolders, bulkHandlers, bulkHolders, templateVariables } from '../work/index.ts';
import { addAddress } from './addresses/add-address.ts';
import { changeAddress } from './addresses/change-address.ts';
import { previewAddress } from './addresses/preview-address.ts';
import { removeAddress } from './addresses/remove-address.ts';
import { api } from './api.ts';
import { bulkSubscribers } from './bulk/bulk-subscribers.ts';
import { openCard } from './card/open-card.ts';
import { removeCodeWord } from './code-words/remove-code-word.ts';
import { setCodeWord } from './code-words/set-code-word.ts';
import { listConsents } from './consents/list-consents.ts';
import { recordConsent } from './consents/record-consent.ts';
import { namesOfSubscribers } from './names-of-subscribers.ts';
import { addContactPerson } from './contacts/add-contact-person.ts';
import { addContact } from './contacts/add-contact.ts';
import { changeContactPerson } from './contacts/change-contact-person.ts';
import { changeContact } from './contacts/change-contact.ts';
import { removeContactPerson } from './contacts/remove-contact-person.ts';
import { removeContact } from './contacts/remove-contact.ts';
import { addDocument } from './documents/add-document.ts';
import { attachScan } from './documents/attach-scan.ts';
import { dropFormerScans } from './documents/drop-former-scans.ts';
import { openScan } from './documents/open-scan.ts';
import { putBackScan } from './documents/put-back-scan.ts';
import { removeDocument } from './documents/remove-document.ts';
import { findDuplicates } from './duplicates/find-duplicates.ts';
import { judgePair } from './duplicates/judge-pair.ts';
import { likelyDuplicates } from './duplicates/likely-duplicates.ts';
import { listPairs } from './duplicates/list-pairs.ts';
import { searchDuplicates } from './duplicates/search-duplicates.ts';
import { subscriberErrors } from './errors.ts';
import { joinHousehold } from './households/join-household.ts';
import { leaveHousehold } from './households/leave-household.ts';
import { makeHousehold } from './households/make-household.ts';
import { subscriberList } from './list-subscribers.ts';
import { mergeSubscribers } from './merging/merge-subscribers.ts';
import { previewUndo } from './merging/preview-undo.ts';
import { undoMerge } from './merging/undo-merge.ts';
import { addNeed } from './needs/add-need.ts';
import { closeNeed } from './needs/close-need.ts';
import { confirmNeed } from './needs/confirm-need.ts';
import { addNote } from './notes/add-note.ts';
import { eraseSubscriber } from './personal-data/erase-subscriber.ts';
import { exportPersonalData } from './personal-data/export-personal-data.ts';
import { finishErasure } from './personal-data/finish-erasure.ts';
import { replayErasures } from './personal-data/replay-erasures.ts';
import { changeSubscriber } from './record/change-subscriber.ts';
import { liveEvents, liveReach } from './live-events.ts';
import { createSubscriber } from './record/create-subscriber.ts';
import { readTimeline } from './timeline/read-timeline.ts';
import { ownRiskFacts } from './risk-facts.ts';
import { riskFacts } from './slots.ts';
import { nameVariables } from './template-variables.ts';
import { veiledPeople } from './veil.ts';
import { ownSums } from './list/summed-fields.ts';
import { summedFields } from '../kernel/list/summed-field.ts';

export const wiring = defineWiring({
  domain: 'subscribers',
  api,
  handlers: {
    ...listHandlers(subscriberList),
    ...bulkHandlers(bulkSubscribers),
    'POST /api/subscribers': createSubscriber,
    'GET /api/subscribers/{id}': openCard,
    'PATCH /api/subscribers/{id}': changeSubscriber,
    'POST /api/subscribers/likely-duplicates': async (ctx, input) =>
      ok({ duplicates: await likelyDuplicates(ctx, input) }),
    'GET /api/subscribers/{id}/timeline': readTimeline,
    'PUT /api/subscribers/{id}/code-word': setCodeWord,
    'DELETE /api/subscribers/{id}/code-word': removeCodeWord,
    'POST /api/subscribers/{id}/notes': addNote,
    'POST /api/subscribers/{id}/contacts': addContact,
    'PATCH /api/subscribers/{id}/contacts/{contactId}': changeContact,
    'DELETE /api/subscribers/{id}/contacts/{contactId}': removeContact,
    'POST /api/subscribers/{id}/contact-persons': addContactPerson,
    'PATCH /api/subscribers/{id}/contact-persons/{contactPersonId}': changeContactPerson,
    'DELETE /api/subscribers/{id}/contact-persons/{contactPersonId}': removeContactPerson,
    'POST /api/subscribers/{id}/documents': addDocument,
    'DELETE /api/subscribers/{id}/documents/{documentId}': removeDocument,
    'POST /api/subscribers/{id}/documents/{documentId}/scan': attachScan,
    'POST /api/subscribers/{id}/documents/{documentId}/scan/undo': putBackScan,
    'GET /api/subscribers/{id}/documents/{documentId}/scan': openScan,
    'GET /api/addresses/understand': previewAddress,
    'POST /api/subscribers/{id}/addresses': addAddress,
    'PATCH /api/subscribers/{id}/addresses/{addressId}': changeAddress,
    'DELETE /api/subscribers/{id}/addresses/{addressId}': removeAddress,
    'POST /api/subscribers/{id}/needs': addNeed,
    'POST /api/subscribers/{id}/needs/{needId}/confirm': confirmNeed,
    'POST /api/subscribers/{id}/needs/{needId}/close': closeNeed,
    'GET /api/subscribers/{id}/consents': listConsents,
    'POST /api/subscribers/{id}/consents': recordConsent,
    'POST /api/households': makeHousehold,
    'POST /api/households/{id}/members': joinHousehold,
    'DELETE /api/households/{id}/members/{subscriberId}': leaveHousehold,
    'GET /api/subscribers/duplicates': listPairs,
    'POST /api/subscribers/duplicates/find': searchDuplicates,
    'POST /api/subscribers/duplicates/judge': judgePair,
    'POST /api/subscribers/{id}/merge': mergeSubscribers,
    'GET /api/subscribers/merges/{mergeId}': previewUndo,
    'POST /api/subscribers/merges/{mergeId}/undo': undoMerge,
    'GET /api/subscribers/{id}/personal-data': exportPersonalData,
    'POST /api/subscribers/{id}/erase': eraseSubscriber,
  },
  errors: subscriberErrors,
  permissions: [
    'subscribers.view',
    'subscribers.edit',
    'subscribers.merge',
    'subscribers.export',
    'subscribers.erase',
  ],
  liveEvents,
  jobs: [findDuplicates, finishErasure, dropFormerScans],
  fills: [
    fill(riskFacts, ownRiskFacts),
    ...ownSums.map((sum) => fill(summedFields, sum)),
    fill(liveSubjects, liveReach),
    fill(veils, veiledPeople),
    fill(searchKinds, {
      kind: 'subscriber',
      permission: 'subscribers.view',
      path: '/subscribers/{id}',
    }),
    fill(restored, async (ctx) => {
      await replayErasures(ctx);
    }),
    fill(bulkHolders, bulkSubscribers),
    fill(auditNames, { kind: 'subscriber', names: namesOfSubscribers }),
    // Erasing and exporting a person's data answer for more than a shift: the administrator grants
    // them.
    fill(templateVariables, nameVariables),
    fill(attributeHolders, {
      entity: 'subscribers',
      table: 'subscribers',
      column: 'attributes',
      only: 'merged_into_id is null',
    }),
    fill(startingGrants, {
      supervisor: {
        'subscribers.view': 'all',
        'subscribers.edit': 'all',
        'subscribers.merge': 'all',
      },
      agent: { 'subscribers.view': 'all', 'subscribers.edit': 'all' },
    }),
  ],
});
