export { messengers, type ReachingKind, type WrittenKind, writtenKinds } from './api/choices.ts';
export { eraseRaw, type RawSenders } from './erase-raw.ts';
export {
  type FetchedFile,
  fileTakers,
  type IncomingFile,
  type IncomingMessage,
  type IncomingRequest,
  messageTakers,
  requestTakers,
  senderNamers,
  shownConditions,
  type Taken,
} from './incoming.ts';
export { openLetter } from './email/open-letter.ts';
export { hasWaiting } from './has-waiting.ts';
export { eraseOutgoing } from './sending/erase-outgoing.ts';
export { type EmailPayload, queueMessage } from './sending/queue-message.ts';
export { settleMessage } from './sending/settle-message.ts';
export { stopMessage } from './sending/stop-message.ts';
export {
  type CallFact,
  type CallSurvey,
  callSurveys,
  callTakers,
  type LineEnd,
  lineEnds,
  type Party,
  type ToldCall,
} from './telephony/call-facts.ts';
export {
  dropOldRecordings,
  eraseRecordings,
  type RecordedCall,
} from './recordings/erase-recordings.ts';
export { recordingTakers } from './recordings/fetch-recordings.ts';
export { queueRecording } from './recordings/queue-recording.ts';
export { dialsBy, queueDial } from './telephony/dial.ts';
