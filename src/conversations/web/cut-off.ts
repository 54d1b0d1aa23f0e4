import type { DeskRow } from './api.ts';

/** By these nobody writes back: one calls, or speaks with them. */
const answeredAloud: readonly DeskRow['channel'][] = ['call', 'office', 'site_form'];

/** It was written, and there is no way for an answer to leave. */
export const isCutOff = ({ channel, canReply }: Pick<DeskRow, 'channel' | 'canReply'>): boolean =>
  !canReply && !answeredAloud.includes(channel);
