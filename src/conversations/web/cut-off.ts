import type { DeskRow } from './api.ts';

const spoken = ['call', 'office', 'site_form'];

/** It was written, and there is no way for an answer to leave. */
export const isCutOff = ({ channel, canReply }: Pick<DeskRow, 'channel' | 'canReply'>): boolean =>
  !canReply && !spoken.includes(channel);
