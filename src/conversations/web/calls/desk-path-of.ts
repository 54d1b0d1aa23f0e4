import type { MyCall } from './use-my-calls.ts';

/** Where a call is worked on: its conversation, among one's own. */
export const deskPathOf = ({ conversationId }: Pick<MyCall, 'conversationId'>): string =>
  `/conversations/${conversationId}?queue=mine`;
