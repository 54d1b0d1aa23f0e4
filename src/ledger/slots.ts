import { defineSlot } from '../kernel/slots.ts';

/**
 * What must hold between the ledger and what a later domain keeps beside it: a rule in words, and a
 * query that finds where it does not hold.
 */
export const ledgerChecks = defineSlot<Record<string, string>>('ledger.checks');
