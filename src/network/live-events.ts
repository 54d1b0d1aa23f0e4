import type { LiveAudience } from '../kernel/live/audience.ts';

const seen = 'network.check';

/** What screens hear. */
export const liveEvents: Readonly<Record<string, LiveAudience>> = {
  'network.coverage_changed': seen,
  'network.coverage_removed': seen,
  'network.coverages_changed': seen,
  'network.node_added': seen,
  'network.terms_changed': seen,
  'network.sales_stopped': seen,
  'network.sales_resumed': seen,
  'network.offer_noted': seen,
  'network.offer_removed': seen,
  'network.coverages_listed': 'nobody',
  'network.coverages_exported': 'nobody',
  'network.offers_listed': 'nobody',
  'network.offers_exported': 'nobody',
};
