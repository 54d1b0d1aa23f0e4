import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
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
const MOST_OF_RULE = 1000;

/**
 * What rules write to the subscriber before a person has looked: another program answers each time
 * anew, at whatever pace. From then on a person is waited for.
 */
const MOST_REPLIES = 2;

/** What was done within an hour before; and of a rule that replies, since a person was there. */
export type Lately = {
  onTicketByRule: number;
  onTicket: number;
  byRule: number;
  replies: number;
};

const HOUR_MS = 3_600_000;
/** What a sweep takes up for one rule at most. */
const BATCH = 200;

/** How much more of what waits a rule may take up now. */
export function roomWithinHour({ clock }: Ctx, ruleId: number): RawBuilder<number> {
  const from = new Date(clock.now().getTime() - HOUR_MS);
  // ticket_rule_runs_rule (rule_id, at)
  return sql`greatest(0, least(${BATCH}, ${MOST_OF_RULE} - (
    select count(*) from ticket_rule_runs done
    where  done.rule_id = ${ruleId} and done.at > ${from} and done.outcome = 'done')))`;
}

/**
 * Whether what was stopped has its turn later: beyond the hour's limit always, and on one ticket
 * where it lasts. Of what happens on one ticket again and again, the next occasion is soon.
 */
export const waitsAfter = (stop: Stop, isStay: boolean): boolean =>
  stop === 'hour' || (stop === 'ticket' && isStay);

/**
 * What keeps a rule from acting, if anything.
 * @param chain rules that led to what it would act upon, the first one first
 */
export function stopOf(ruleId: number, chain: readonly number[], lately: Lately): Stop | null {
  if (chain.includes(ruleId)) return 'own';
  if (chain.length >= LONGEST_CHAIN) return 'depth';
  if (lately.replies >= MOST_REPLIES) return 'replies';
  if (lately.onTicketByRule >= MOST_ON_TICKET_BY_RULE) return 'ticket';
  if (lately.onTicket >= MOST_ON_TICKET) return 'ticket';
  return lately.byRule >= MOST_OF_RULE ? 'hour' : null;
}
