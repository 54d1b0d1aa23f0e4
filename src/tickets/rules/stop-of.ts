import type { Stop } from '../api/moments.ts';

/**
 * Rules set each other off, so each action carries the chain of rules that led to it. A rule never
 * acts upon what it has a part in, and no chain is longer than this: without somebody from outside,
 * every set of rules comes to rest.
 */
export const LONGEST_CHAIN = 5;
/** Against what comes again and again from outside, such as another program that answers a rule. */
const MOST_ON_TICKET_BY_RULE = 5;
export const MOST_ON_TICKET = 20;
export const MOST_OF_RULE = 1000;

/** What was done within an hour before. */
export type Lately = { onTicketByRule: number; onTicket: number; byRule: number };

/**
 * What keeps a rule from acting, if anything.
 * @param chain rules that led to what it would act upon, the first one first
 */
export function stopOf(ruleId: number, chain: readonly number[], lately: Lately): Stop | null {
  if (chain.includes(ruleId)) return 'own';
  if (chain.length >= LONGEST_CHAIN) return 'depth';
  if (lately.onTicketByRule >= MOST_ON_TICKET_BY_RULE) return 'ticket';
  if (lately.onTicket >= MOST_ON_TICKET) return 'ticket';
  return lately.byRule >= MOST_OF_RULE ? 'hour' : null;
}
