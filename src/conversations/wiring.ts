import {
  callSurveys,
  callTakers,
  fileTakers,
  messageTakers,
  recordingTakers,
  requestTakers,
  senderNamers,
  shownConditions,
} from '../channels/index.ts';
import { noticeSenders } from '../billing/index.ts';
import { liveSubjects } from '../kernel/live/audience.ts';
import { messageKind, searchKinds } from '../kernel/search/search-kinds.ts';
import { fill } from '../kernel/slots.ts';
import { ok } from '../kernel/result.ts';
import { defineWiring } from '../kernel/wiring.ts';
import { FIRST_TOUCH, FIRST_TOUCH_SECONDS, normKinds } from '../norms/index.ts';
import { startingGrants } from '../staff/index.ts';
import {
  cardParts,
  cardVeils,
  erasers,
  personalDataSources,
  riskFacts,
  whoseRecord,
} from '../subscribers/index.ts';
import { lateCard, mineCard } from './home-cards.ts';
import { homeCards, workHolders } from '../work/index.ts';
import { addNote } from './record/add-note.ts';
import { NEXT_REPLY, NEXT_REPLY_SECONDS } from './record/reply-clock.ts';
import { api, errors } from './api.ts';
import { assignConversation } from './owners/assign-conversation.ts';
import { myCalls } from './calls/my-calls.ts';
import { loseCalls } from './calls/lose-calls.ts';
import { dropRecordings } from './calls/drop-recordings.ts';
import { listenToCall } from './calls/listen-to-call.ts';
import { takeRecording } from './calls/take-recording.ts';
import { surveyCalls } from './calls/survey-calls.ts';
import { takeCall } from './calls/take-call.ts';
import { conversationsPart } from './card-part.ts';
import { changeDeskSettings } from './settings/change-desk-settings.ts';
import { closeConversation, reopenConversation } from './turns/close-conversation.ts';
import { declineOffer } from './offering/decline-offer.ts';
import { describeConversations } from './describe-conversations.ts';
import { downloadFile } from './showing/download-file.ts';
import { hearRead } from './answering/hear-read.ts';
import { hearFailed, hearSent } from './answering/hear-sending.ts';
import { sendNotice } from './writing/send-notice.ts';
import { sendMessage } from './answering/send-message.ts';
import { showLetter } from './showing/show-letter.ts';
import { settleMessage } from './answering/settle-message.ts';
import { takeFile } from './coming-in/take-file.ts';
import { takeMessage } from './coming-in/take-message.ts';
import { loadSettings } from './settings/desk-clock.ts';
import { finishFollowUp } from './follow-ups/finish-follow-up.ts';
import { firstTouchReport } from './report/first-touch-report.ts';
import { firstTouchRows } from './report/first-touch-rows.ts';
import { freeRequests } from './offering/free-requests.ts';
import { linkConversations, unlinkConversations } from './linking/link-conversations.ts';
import { listAlike } from './merging/list-alike.ts';
import { listAssignees } from './owners/list-assignees.ts';
import { listFollowUps } from './follow-ups/list-follow-ups.ts';
import { mergeConversation } from './merging/merge-conversation.ts';
import { myOffer } from './offering/my-offer.ts';
import { nameSender } from './coming-in/name-sender.ts';
import { noteVisit } from './coming-in/note-visit.ts';
import { openConversation } from './showing/open-conversation.ts';
import { openEarlier } from './showing/open-earlier.ts';
import { openRequest } from './coming-in/open-request.ts';
import { eraser, personalData } from './personal-data.ts';
import { listQueue } from './queues/list-queue.ts';
import { findMessage } from './search/find-message.ts';
import { reachesMessage } from './search/index-messages.ts';
import { labelConversation } from './record/label-conversation.ts';
import { attention, liveEvents, liveReach } from './live-events.ts';
import { isShown } from './coming-in/is-shown.ts';
import { countQueues } from './queues/count-queues.ts';
import { reaches } from './reach.ts';
import { setSender } from './coming-in/set-sender.ts';
import { recordOutcome } from './callbacks/record-outcome.ts';
import { releaseConversation } from './owners/release-conversation.ts';
import { setFollowUp } from './follow-ups/set-follow-up.ts';
import { showBoard } from './board/show-board.ts';
import { addSkillRule } from './skills/add-skill-rule.ts';
import { listSkillRules } from './skills/list-skill-rules.ts';
import { removeSkillRule } from './skills/remove-skill-rule.ts';
import { snoozeConversation, wakeConversation } from './turns/snooze-conversation.ts';
import { splitConversation } from './splitting/split-conversation.ts';
import { undoSplit } from './splitting/undo-split.ts';
import { startCall } from './callbacks/start-call.ts';
import { sweepFollowUps } from './follow-ups/sweep-follow-ups.ts';
import { sweepDue } from './turns/sweep-due.ts';
import { sweepOffers } from './offering/sweep-offers.ts';
import { takeConversation } from './owners/take-conversation.ts';
import { undoMerge } from './merging/undo-merge.ts';
import { monthlyCharge } from './value/monthly-charge.ts';
import { codeSenders, valueSources } from './slots.ts';
import { checkCodeWord } from './verifying/check-code-word.ts';
import { checkSentCode } from './verifying/check-sent-code.ts';
import { letThrough } from './verifying/let-through.ts';
import { contactFacts } from './risk-facts.ts';
import { ownSenders } from './verifying/own-senders.ts';
import { sendCode } from './verifying/send-code.ts';
import { showVerification } from './verifying/show-verification.ts';
import { callerVeil } from './verifying/verified.ts';
import { conversationSums } from './summed-fields.ts';
import { summedFields } from '../kernel/list/summed-field.ts';

export const wiring = defineWiring({
  domain: 'conversations',
  api,
  errors,
  handlers: {
    'GET /api/conversations': listQueue,
    'GET /api/conversations/counts': countQueues,
    'GET /api/conversations/{id}': openConversation,
    'GET /api/conversations/{id}/earlier': openEarlier,
    'GET /api/messages/{id}': findMessage,
    'GET /api/conversations/offer': myOffer,
    'GET /api/conversations/assignees': listAssignees,
    'GET /api/board': showBoard,
    'GET /api/conversations/{id}/alike': listAlike,
    'POST /api/conversations/{id}/merge': mergeConversation,
    'POST /api/conversations/{id}/merges/{mergeId}/undo': undoMerge,
    'POST /api/conversations/{id}/split': splitConversation,
    'POST /api/conversations/{id}/splits/{splitId}/undo': undoSplit,
    'PUT /api/conversations/{id}/links/{otherId}': linkConversations,
    'DELETE /api/conversations/{id}/links/{otherId}': unlinkConversations,
    'GET /api/follow-ups': listFollowUps,
    'GET /api/calls/mine': myCalls,
    'GET /api/conversations/{id}/calls/{callId}/recording': listenToCall,
    'POST /api/conversations/visits': noteVisit,
    'POST /api/conversations/{id}/take': takeConversation,
    'POST /api/conversations/{id}/decline': declineOffer,
    'POST /api/conversations/{id}/release': releaseConversation,
    'POST /api/conversations/{id}/assign': assignConversation,
    'POST /api/conversations/{id}/calls': startCall,
    'POST /api/conversations/{id}/outcome': recordOutcome,
    'POST /api/conversations/{id}/notes': addNote,
    'PUT /api/conversations/{id}/labels': labelConversation,
    'POST /api/conversations/{id}/messages': sendMessage,
    'POST /api/conversations/{id}/messages/{messageId}/settle': settleMessage,
    'GET /api/conversations/{id}/files/{fileId}': downloadFile,
    'GET /api/conversations/{id}/messages/{messageId}/letter': showLetter,
    'POST /api/conversations/{id}/snooze': snoozeConversation,
    'POST /api/conversations/{id}/wake': wakeConversation,
    'POST /api/conversations/{id}/close': closeConversation,
    'POST /api/conversations/{id}/reopen': reopenConversation,
    'PUT /api/conversations/{id}/subscriber': setSender,
    'POST /api/conversations/{id}/follow-ups': setFollowUp,
    'POST /api/follow-ups/{id}/done': finishFollowUp,
    'GET /api/conversations/first-touch': firstTouchReport,
    'GET /api/conversations/first-touch/rows': firstTouchRows,
    'GET /api/desk-settings': async (ctx) => ok(await loadSettings(ctx)),
    'PUT /api/desk-settings': changeDeskSettings,
    'GET /api/conversations/{id}/verification': showVerification,
    'POST /api/conversations/{id}/verification/code-word': checkCodeWord,
    'POST /api/conversations/{id}/verification/codes': sendCode,
    'POST /api/conversations/{id}/verification/codes/check': checkSentCode,
    'POST /api/conversations/{id}/verification/let-through': letThrough,
    'GET /api/skill-rules': listSkillRules,
    'POST /api/skill-rules': addSkillRule,
    'DELETE /api/skill-rules/{id}': removeSkillRule,
  },
  permissions: [
    'conversations.view',
    'conversations.work',
    'conversations.assign',
    'conversations.report',
    'conversations.listen',
    'conversations.let_through',
    'conversations.settings',
  ],
  liveEvents,
  ticks: [
    { name: 'conversations.offers', everySeconds: 1, run: sweepOffers },
    { name: 'conversations.due', everySeconds: 1, run: sweepDue },
    { name: 'conversations.follow_ups', everySeconds: 1, run: sweepFollowUps },
    { name: 'conversations.lost_calls', everySeconds: 60, run: loseCalls },
    {
      name: 'conversations.recordings',
      everySeconds: 3600,
      run: dropRecordings,
      isOwnTransactions: true,
    },
  ],
  hears: {
    'staff.disabled': freeRequests,
    'channels.message_sent': hearSent,
    'channels.message_failed': hearFailed,
    'channels.message_read': hearRead,
    'channels.message_unknown': hearFailed,
  },
  fills: [
    fill(homeCards, mineCard),
    fill(homeCards, lateCard),
    fill(riskFacts, contactFacts),
    ...conversationSums.map((sum) => fill(summedFields, sum)),
    fill(noticeSenders, sendNotice),
    fill(requestTakers, openRequest),
    fill(messageTakers, takeMessage),
    fill(fileTakers, takeFile),
    fill(senderNamers, nameSender),
    fill(callTakers, takeCall),
    fill(recordingTakers, takeRecording),
    fill(callSurveys, surveyCalls),
    fill(shownConditions, isShown),
    fill(searchKinds, {
      kind: 'conversation',
      permission: 'conversations.view',
      reaches: (ctx) => reaches(ctx, 'conversations.view', 'e'),
      path: '/conversations/{id}?queue=all',
    }),
    fill(searchKinds, {
      kind: messageKind,
      permission: 'conversations.view',
      reaches: reachesMessage,
      path: '/messages/{id}',
    }),
    fill(liveSubjects, liveReach),
    fill(workHolders, {
      entity: 'conversations',
      reached: (ctx, ids) => liveReach.reached(ctx, 'conversations.view', ids),
      attention,
      describe: describeConversations,
      ...whoseRecord('conversations'),
    }),
    fill(cardParts, conversationsPart),
    fill(valueSources, monthlyCharge),
    fill(codeSenders, ownSenders),
    fill(cardVeils, callerVeil),
    ...personalData.map((source) => fill(personalDataSources, source)),
    fill(erasers, eraser),
    fill(normKinds, {
      kind: FIRST_TOUCH,
      targetSeconds: FIRST_TOUCH_SECONDS,
      isPersonal: true,
    }),
    fill(normKinds, { kind: NEXT_REPLY, targetSeconds: NEXT_REPLY_SECONDS, isPersonal: true }),
    fill(startingGrants, {
      agent: {
        'conversations.view': 'team',
        'conversations.work': 'team',
        'conversations.let_through': 'team',
      },
    }),
  ],
});
