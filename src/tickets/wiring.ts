import { correctionOrigins, statementMarks } from '../billing/index.ts';
import { callerParts } from '../conversations/index.ts';
import { ok } from '../kernel/result.ts';
import { listHandlers } from '../kernel/list/list-handlers.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { startup } from '../kernel/runtime/startup.ts';
import { searchKinds } from '../kernel/search/search-kinds.ts';
import { fill } from '../kernel/slots.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { normKinds } from '../norms/index.ts';
import { startingGrants } from '../staff/index.ts';
import { cardParts, erasers, personalDataSources, riskFacts } from '../subscribers/index.ts';
import { mineCard } from './home-card.ts';
import {
  homeCards,
  attributeHolders,
  bulkHandlers,
  bulkHolders,
  templateVariables,
  workHolders,
} from '../work/index.ts';
import { api, errors } from './api.ts';
import { addSubject, removeSubject } from './billing/add-subject.ts';
import { billingOfTicket } from './billing/billing-of-ticket.ts';
import { ticketMarks, ticketOrigin } from './billing/billing-slots.ts';
import { ticketsPart } from './card-part.ts';
import { listCategories } from './categories/categories.ts';
import { changeCategory } from './categories/change-category.ts';
import { createCategory } from './categories/create-category.ts';
import { ensureFirstCategories } from './categories/ensure-categories.ts';
import { hearAsked, hearRecognised, hearTold } from './conversations/hear-conversation.ts';
import { joinConversation } from './conversations/join-conversation.ts';
import { ticketsOfConversation } from './conversations/tickets-of-conversation.ts';
import { labelTicket } from './labels/label-ticket.ts';
import { listHistory } from './list-history.ts';
import { listNotes } from './notes/list-notes.ts';
import { listAlike } from './linking/list-alike.ts';
import { linkTickets, unlinkTickets } from './linking/link-tickets.ts';
import { mergeTickets, unmergeTicket } from './linking/merge-tickets.ts';
import { ticketList } from './list-tickets.ts';
import { liveEvents, liveReach } from './live-events.ts';
import { ticketHolder, ticketVariables } from './work-holder.ts';
import { applyMacro } from './macros/apply-macro.ts';
import { changeMacro } from './macros/change-macro.ts';
import { createMacro } from './macros/create-macro.ts';
import { listMacros } from './macros/macro-rows.ts';
import { listNorms } from './norms/list-norms.ts';
import { removeNorm } from './norms/remove-norm.ts';
import { setNorm } from './norms/set-norm.ts';
import { sweepDue } from './norms/sweep-due.ts';
import { addNote } from './notes/add-note.ts';
import { attachFile } from './notes/attach-file.ts';
import { downloadFile } from './notes/download-file.ts';
import { openTicket } from './open-ticket.ts';
import { eraser, personalData } from './personal-data.ts';
import { bulkTickets } from './record/bulk-tickets.ts';
import { changeTicket } from './record/change-ticket.ts';
import { createTicket } from './record/create-ticket.ts';
import { recurringHandlers } from './recurring/handlers.ts';
import { sweepRecurrences } from './recurring/sweep-recurrences.ts';
import { ruleHandlers } from './rules/handlers.ts';
import { ruleReader } from './rules/hear-changes.ts';
import { sweepStays } from './rules/sweep-stays.ts';
import { sweepWaiting } from './rules/sweep-waiting.ts';
import { splitTicket } from './splitting/split-ticket.ts';
import { undoTicketSplit } from './splitting/undo-ticket-split.ts';
import { ticketFacts } from './risk-facts.ts';
import { setWatchers } from './set-watchers.ts';
import { ticketSums } from './summed-fields.ts';
import { summedFields } from '../kernel/list/summed-field.ts';

const HOUR_SECONDS = 3600;

/** What is promised of every ticket until the operator says otherwise. */
const promises = [
  { kind: 'tickets.first_reply', targetSeconds: HOUR_SECONDS, isPersonal: true as const },
  { kind: 'tickets.next_reply', targetSeconds: 4 * HOUR_SECONDS, isPersonal: true as const },
  { kind: 'tickets.resolution', targetSeconds: 24 * HOUR_SECONDS, isPersonal: true as const },
];

export const wiring = defineWiring({
  domain: 'tickets',
  api,
  errors,
  handlers: {
    ...listHandlers(ticketList),
    ...bulkHandlers(bulkTickets),
    'POST /api/tickets': createTicket,
    'GET /api/tickets/{id}': openTicket,
    'GET /api/tickets/{id}/history': listHistory,
    'GET /api/tickets/{id}/notes': listNotes,
    'PATCH /api/tickets/{id}': changeTicket,
    'POST /api/tickets/{id}/notes': addNote,
    'POST /api/tickets/{id}/notes/{noteId}/files': attachFile,
    'GET /api/tickets/{id}/files/{fileId}': downloadFile,
    'PUT /api/tickets/{id}/labels': labelTicket,
    'PUT /api/tickets/{id}/watchers': setWatchers,
    'PUT /api/tickets/{id}/conversations/{conversationId}': joinConversation,
    'GET /api/tickets/of-conversation/{conversationId}': ticketsOfConversation,
    'GET /api/tickets/alike': listAlike,
    'POST /api/tickets/{id}/links': linkTickets,
    'DELETE /api/tickets/{id}/links/{otherId}/{kind}': unlinkTickets,
    'POST /api/tickets/{id}/merge': mergeTickets,
    'POST /api/tickets/{id}/unmerge': unmergeTicket,
    'GET /api/tickets/{id}/billing': billingOfTicket,
    'POST /api/tickets/{id}/subjects': addSubject,
    'DELETE /api/tickets/{id}/subjects/{subjectId}': removeSubject,
    'POST /api/tickets/{id}/split': splitTicket,
    'POST /api/tickets/{id}/splits/{splitId}/undo': undoTicketSplit,
    'GET /api/ticket-macros': async (ctx) => ok({ macros: await listMacros(ctx) }),
    'POST /api/ticket-macros': createMacro,
    'PUT /api/ticket-macros/{id}': changeMacro,
    'POST /api/tickets/{id}/macros/{macroId}': applyMacro,
    ...ruleHandlers,
    ...recurringHandlers,
    'GET /api/ticket-categories': async (ctx) => ok({ categories: await listCategories(ctx) }),
    'POST /api/ticket-categories': createCategory,
    'PUT /api/ticket-categories/{id}': changeCategory,
    'GET /api/ticket-norms': listNorms,
    'PUT /api/ticket-norms': setNorm,
    'DELETE /api/ticket-norms/{id}': removeNorm,
  },
  permissions: ['tickets.view', 'tickets.work', 'tickets.export', 'tickets.settings'],
  liveEvents,
  ticks: [
    { name: 'tickets.due', everySeconds: 5, run: sweepDue },
    { name: 'tickets.recurring', everySeconds: 5, run: sweepRecurrences },
    { name: 'tickets.stays', everySeconds: 30, run: sweepStays, isOwnTransactions: true },
    { name: 'tickets.waiting', everySeconds: 60, run: sweepWaiting, isOwnTransactions: true },
  ],
  readers: { 'tickets.rules': ruleReader },
  hears: {
    'conversations.message_came': hearAsked,
    'conversations.message_sent': hearTold,
    'conversations.outcome_recorded': hearTold,
    'conversations.sender_recognised': hearRecognised,
  },
  fills: [
    fill(homeCards, mineCard),
    fill(riskFacts, ticketFacts),
    ...ticketSums.map((sum) => fill(summedFields, sum)),
    fill(liveSubjects, liveReach),
    fill(searchKinds, { kind: 'ticket', permission: 'tickets.view', path: '/tickets/{id}' }),
    fill(cardParts, ticketsPart),
    fill(callerParts, ticketsPart),
    fill(attributeHolders, {
      entity: 'tickets',
      table: 'tickets',
      column: 'attributes',
      only: 'merged_into_id is null',
    }),
    fill(bulkHolders, bulkTickets),
    fill(workHolders, ticketHolder),
    fill(templateVariables, ticketVariables),
    fill(correctionOrigins, ticketOrigin),
    fill(statementMarks, ticketMarks),
    ...personalData.map((source) => fill(personalDataSources, source)),
    fill(erasers, eraser),
    ...promises.map((promise) => fill(normKinds, promise)),
    fill(startup, { role: 'any', run: start }),
    fill(startingGrants, { agent: { 'tickets.view': 'team', 'tickets.work': 'team' } }),
  ],
});

async function start(installation: Installation): Promise<void> {
  for (const operator of installation.operators) {
    await ensureFirstCategories(installation.systemCtx(operator, 'start'));
  }
}
