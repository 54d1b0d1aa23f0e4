import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import type { Hears } from '../../kernel/wiring.ts';
import type { Happening } from '../api/moments.ts';
import { linkedTickets } from '../conversations/linked-tickets.ts';
import { chainBehind } from './cause.ts';
import { fireRule } from './fire-rule.ts';
import { metBy, type Rule, rulesFor } from './rule-rows.ts';

/** What an event of the journal is to the tickets that it is about. */
type Heard = { moments: Happening[]; ticketsOf?: (ctx: Ctx, id: number) => Promise<number[]> };

const changed = ({ facts }: RecordedEvent): Happening[] => {
  const fields = facts['fields'];
  const hasTurned = Array.isArray(fields) && fields.includes('state');
  return hasTurned ? ['changed', 'state_changed'] : ['changed'];
};

const heard: Readonly<Record<string, (event: RecordedEvent) => Heard>> = {
  'tickets.opened': () => ({ moments: ['opened'] }),
  'tickets.split_off': () => ({ moments: ['opened'] }),
  'tickets.changed': (event) => ({ moments: changed(event) }),
  'tickets.closed': (event) => ({ moments: changed(event) }),
  'tickets.reopened': (event) => ({ moments: changed(event) }),
  'tickets.noted': () => ({ moments: ['noted'] }),
  'tickets.told': () => ({ moments: ['told'] }),
  'tickets.escalated': () => ({ moments: ['norm_near'] }),
  'conversations.message_came': ({ facts }) => ({
    moments: facts['isAutomatic'] === true ? [] : ['answered'],
    ticketsOf: linkedTickets,
  }),
};

/**
 * Follows the journal with a cursor of its own: what a rule does never fails or delays the change
 * that set it off, and how far was read is committed with what was done. What many were changed by
 * at once sets off nothing; what an import brings is no news here.
 */
export const ruleReader: Hears = Object.fromEntries(
  Object.entries(heard).map(([type, read]) => [
    type,
    (ctx: Ctx, event: RecordedEvent) => act(ctx, event, read(event)),
  ]),
);

async function act(ctx: Ctx, event: RecordedEvent, { moments, ticketsOf }: Heard): Promise<void> {
  if (moments.length === 0 || event.facts['bulkChangeId'] !== undefined) return;
  const rules = (await rulesFor(ctx, moments)).filter((rule) => isSince(rule, event));
  if (rules.length === 0) return;
  const tickets = ticketsOf ? await ticketsOf(ctx, event.subjectId) : [event.subjectId];
  for (const ticketId of tickets) await actOn(ctx, event, ticketId, rules);
}

/** A rule knows nothing of what was before it was switched on. */
const isSince = ({ onSince }: Rule, { recordedAt }: RecordedEvent): boolean =>
  onSince !== null && recordedAt >= onSince;

/** In their order; each sees what those before it have done. */
async function actOn(
  ctx: Ctx,
  event: RecordedEvent,
  ticketId: number,
  rules: readonly Rule[],
): Promise<void> {
  let met = await metBy(ctx, rules, ticketId);
  if (met.size === 0) return;
  const chain = await chainBehind(ctx, event);
  for (const [at, rule] of rules.entries()) {
    if (!met.has(rule.id)) continue;
    const outcome = await fireRule(ctx, rule, { ticketId, chain, eventId: event.id });
    if (outcome === 'done') met = await metBy(ctx, rules.slice(at + 1), ticketId);
  }
}
