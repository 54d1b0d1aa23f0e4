/** Permissions of which no row belongs to anybody, so that a reach narrows nothing. */
export const rowlessPermissions: Record<string, string> = {
  'staff.roles': 'roles are the operator’s',
  'staff.teams': 'teams are the operator’s',
  'staff.api_keys': 'a key is made for oneself',
  'norms.edit': 'norms and calendars are the operator’s',
  'work.attributes': 'attributes are the operator’s',
  'tickets.settings': 'categories are the operator’s',
  'work.labels': 'labels are the operator’s',
  'sales.pitches': 'arguments are the operator’s',
  'channels.view': 'a message is nobody’s before it is a request',
  'channels.manage': 'mailboxes are the operator’s',
  'imports.run': 'an import brings the operator’s base',
  'imports.undo': 'an import brings the operator’s base',
};

/** Routes that show nothing of anybody's rows, though their permission may reach some. */
export const rowless: Record<string, string> = {
  'GET /api/me': 'oneself',
  'POST /api/me/leave': 'oneself',
  'GET /api/staff': 'colleagues are known to everybody who works here',
  'GET /api/roles': 'known to everybody who works here',
  'GET /api/permissions': 'known to everybody who works here',
  'GET /api/teams': 'known to everybody who works here',
  'GET /api/norms': 'known to everybody who works here',
  'GET /api/labels': 'known to everybody who works here',
  'GET /api/attributes': 'known to everybody who works here',
  'GET /api/audit/types': 'names of kinds of events',
  'GET /api/subscribers/fields': 'names of columns',
  'GET /api/addresses/understand': 'streets and buildings are the operator’s',
  'POST /api/subscribers/duplicates/find': 'starts a search and tells nothing of it',
  'GET /api/tickets/fields': 'names of columns',
  'GET /api/ticket-macros': 'known to everybody who works here',
  'GET /api/ticket-norms': 'known to everybody who works here',
  'GET /api/ticket-categories': 'known to everybody who works here',
  'GET /api/desk-settings': 'the operator’s',
  'POST /api/conversations/{id}/decline': 'lets an offer pass that was made to oneself',
};

/** Routes whose reach has a test of its own, named here; it must speak of the route. */
export const provedElsewhere: Record<string, string> = {
  'GET /api/audit': 'src/staff/read-audit.db.test.ts',
  'POST /api/staff': 'src/staff/invite-staff.db.test.ts',
  'POST /api/subscribers': 'src/subscribers/record/create-subscriber.db.test.ts',
  'POST /api/subscribers/bulk-changes': 'src/subscribers/bulk/bulk-subscribers.db.test.ts',
  'GET /api/subscribers/bulk-changes': 'src/work/bulk/list-bulk-changes.db.test.ts',
  'GET /api/subscribers/bulk-changes/{id}': 'src/subscribers/bulk/bulk-subscribers.db.test.ts',
  'POST /api/subscribers/bulk-changes/{id}/undo': 'src/work/bulk/undo-bulk-change.db.test.ts',
  'POST /api/conversations/{id}/merge': 'src/conversations/merge-conversation.db.test.ts',
  'POST /api/conversations/{id}/merges/{mergeId}/undo':
    'src/conversations/merge-conversation.db.test.ts',
  'GET /api/board': 'src/conversations/show-board.db.test.ts',
  'GET /api/messages/{id}': 'src/conversations/search-messages.db.test.ts',
  'GET /api/conversations/{id}/files/{fileId}': 'src/conversations/email-in.db.test.ts',
  'GET /api/conversations/{id}/messages/{messageId}/letter':
    'src/conversations/email-in.db.test.ts',
  'POST /api/conversations/{id}/messages': 'src/conversations/email-out.db.test.ts',
  'POST /api/conversations/{id}/messages/{messageId}/settle':
    'src/conversations/email-out.db.test.ts',
  'POST /api/tickets/{id}/macros/{macroId}': 'src/tickets/macros/macros.db.test.ts',
  'POST /api/tickets/{id}/merge': 'src/tickets/linking/merge-tickets.db.test.ts',
  'POST /api/tickets/{id}/unmerge': 'src/tickets/linking/merge-tickets.db.test.ts',
  'POST /api/tickets/bulk-changes': 'src/tickets/record/bulk-tickets.db.test.ts',
  'GET /api/tickets/bulk-changes': 'src/tickets/record/bulk-tickets.db.test.ts',
  'GET /api/tickets/bulk-changes/{id}': 'src/tickets/record/bulk-tickets.db.test.ts',
  'POST /api/tickets/bulk-changes/{id}/undo': 'src/tickets/record/bulk-tickets.db.test.ts',
  'POST /api/tickets': 'src/tickets/tickets.db.test.ts',
  'POST /api/tickets/{id}/notes/{noteId}/files': 'src/tickets/tickets.db.test.ts',
  'GET /api/tickets/{id}/files/{fileId}': 'src/tickets/tickets.db.test.ts',
  'GET /api/tickets/of-conversation/{conversationId}': 'src/tickets/tickets.db.test.ts',
  'POST /api/conversations/visits': 'src/conversations/note-visit.db.test.ts',
  'GET /api/calls/mine': 'src/conversations/calls/calls.db.test.ts',
  'POST /api/follow-ups/{id}/done': 'src/conversations/callback.db.test.ts',
};
