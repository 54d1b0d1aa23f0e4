export { bulkLoad, type ConversationLoad } from './bulk-load.ts';
export { writeFromWork } from './answering/write-from-work.ts';
export { wholeOf } from './record/cluster.ts';
export { lockMine } from './record/lock-conversation.ts';
export { theirs as conversationsOf } from './whose-conversations.ts';
export { isContact, standing } from './report/first-touch.ts';
export { conversationsWithin, me, reaches } from './reach.ts';
export { addFollowUp } from './follow-ups/set-follow-up.ts';
export {
  callerParts,
  type FirstAgents,
  firstAgents,
  type ValueSource,
  valueSources,
} from './slots.ts';
export { type Way, waysTo, writeTo } from './writing/ways-to.ts';
