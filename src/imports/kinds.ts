import type { ImportKind } from './api/kinds.ts';
import { workOfCoverage } from './coverage/work-of-coverage.ts';
import type { Work } from './kind-work.ts';
import { workOfTickets } from './tickets/work-of-tickets.ts';
import { workOfUsage } from './usage/work-of-usage.ts';
import { workOfSubscribers } from './work-of-subscribers.ts';

export const workOf: Record<ImportKind, Work> = {
  subscribers: workOfSubscribers,
  tickets: workOfTickets,
  usage: workOfUsage,
  coverage: workOfCoverage,
};
