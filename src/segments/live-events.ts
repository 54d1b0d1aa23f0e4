import type { LiveAudience } from '../kernel/live/audience.ts';

const seen = 'segments.view';

/** What screens hear. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'segments.created': seen,
  'segments.changed': seen,
  'segments.archived': seen,
  'segments.restored': seen,
  'segments.norm_set': seen,
  'segments.entered': seen,
  'segments.left': seen,
};
