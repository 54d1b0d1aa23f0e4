import type { PastEvent } from '../kernel/events/load-events.ts';
import type { ChunkInput, ContactOf, Written } from './chunk.ts';
import { closingOf, solvingOf } from './life.ts';
import { MONTHS, monthStart } from './months.ts';

/** The chunk's lives as the journal would have recorded them while they were lived. */
export function pastEventsOf(
  input: ChunkInput,
  written: readonly Written[],
  work: {
    contacts: readonly ContactOf[];
    conversationIds: readonly number[];
    tickets: readonly ContactOf[];
    ticketIds: readonly number[];
  },
): PastEvent[] {
  const { today } = input;
  const happened = [
    ...written.flatMap((one) => [...comingAndGoing(one), ...payments(one)]),
    ...written.flatMap((one) => outages(input, one)),
    ...work.contacts.flatMap((one, at) => conversation(one, work.conversationIds[at] ?? 0)),
    ...work.tickets.flatMap((one, at) => ticket(one, work.ticketIds[at] ?? 0, today)),
  ];
  // The journal was begun when the two years were: what is older was written down then.
  const begunAt = monthStart(today, MONTHS);
  return happened.map((one) => ({
    ...one,
    recordedAt: one.occurredAt > begunAt ? one.occurredAt : begunAt,
  }));
}

function past(
  type: string,
  at: Date,
  subject: { kind: string; id: number },
  subscriberId: number,
  facts: Record<string, unknown> = {},
): PastEvent {
  return {
    type,
    occurredAt: at,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subscriberId,
    facts,
  };
}

function comingAndGoing({ person, subscriberId }: Written): PastEvent[] {
  const { joinedAt, left } = person.life;
  const subject = { kind: 'subscriber', id: subscriberId };
  const joined = past('subscribers.joined', joinedAt, subject, subscriberId, {
    tariff: person.plan.name,
  });
  if (!left) return [joined];
  const gone = past('subscribers.left', left.at, subject, subscriberId, {
    reason: left.reason,
    isSilent: left.isSilent,
  });
  return [joined, gone];
}

function payments({ person, subscriberId, accountId }: Written): PastEvent[] {
  return person.life.payments.map((payment) =>
    past('billing.payment_received', payment.at, { kind: 'account', id: accountId }, subscriberId, {
      amountMinor: payment.amountMinor,
      currency: 'RUB',
      method: payment.method,
    }),
  );
}

function outages(input: ChunkInput, { person, subscriberId }: Written): PastEvent[] {
  return person.life.outages.map((outage) =>
    past(
      'network.outage_suffered',
      outage.startedAt,
      { kind: 'incident', id: input.incidentIdOf(outage) },
      subscriberId,
      { minutes: outage.minutes, cause: outage.cause },
    ),
  );
}

function conversation({ contact, subscriberId }: ContactOf, id: number): PastEvent[] {
  const subject = { kind: 'conversation', id };
  return [
    past('conversations.opened', contact.at, subject, subscriberId, { topic: contact.topic }),
    past('conversations.closed', closingOf(contact), subject, subscriberId, {
      outcome: 'reached',
      touchSeconds: contact.waitSeconds,
    }),
  ];
}

function ticket({ contact, subscriberId }: ContactOf, id: number, today: Date): PastEvent[] {
  const subject = { kind: 'ticket', id };
  const opened = past('tickets.opened', contact.at, subject, subscriberId, {
    category: contact.topic,
  });
  const solvedAt = solvingOf(contact, today);
  if (!solvedAt) return [opened];
  const hours = contact.ticketHours ?? 0;
  return [opened, past('tickets.closed', solvedAt, subject, subscriberId, { hours })];
}
