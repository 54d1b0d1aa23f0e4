import type { LiveAudience } from '../kernel/live/audience.ts';

/**
 * No screen waits for these: what somebody has to do is told to them by `work` as news, and a sheet
 * is read anew when it is opened.
 */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'attention.vip': 'nobody',
};
