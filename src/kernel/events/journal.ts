import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../context.ts';

/** Something that happened, as a use case tells it. It holds ids and facts, nothing personal. */
export type NewEvent = {
  /** `domain.thing_happened`, past tense. */
  type: string;
  subject: { kind: string; id: number };
  subscriberId?: number | null | undefined;
  facts?: Record<string, unknown> | undefined;
  /** When it happened, if that is not now: an imported or late fact. */
  occurredAt?: Date | undefined;
  /**
   * Former names, phones, words of a message: kept apart in the one table that an erasure purges.
   */
  personal?: Record<string, unknown> | undefined;
};

export type RecordedEvent = {
  id: number;
  recordedAt: Date;
  occurredAt: Date;
  type: string;
  subjectKind: string;
  subjectId: number;
  subscriberId: number | null;
  actorKind: string;
  actorStaffId: number | null;
  facts: Record<string, unknown>;
};

let liveTypes: ReadonlySet<string> = new Set();

/** Told once at start: which types are sent to screens as they are committed. */
export function setLiveEvents(types: Iterable<string>): void {
  liveTypes = new Set(types);
}

export const liveEventTypes = (): string[] => [...liveTypes];

/** The NOTIFY channel of an operator's screens. */
export const liveChannel = (schema: string): string => `bereg_live_${schema}`;

/**
 * Records an event in the context's transaction; screens that hear its type are told at commit.
 * @returns the event's id
 */
export async function emit(ctx: Ctx, event: NewEvent): Promise<number> {
  const now = ctx.clock.now();
  const facts = event.facts ?? {};
  const recorded = await ctx.db
    .insertInto('events')
    .values({
      recordedAt: now,
      occurredAt: event.occurredAt ?? now,
      type: event.type,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      subscriberId: event.subscriberId ?? null,
      actorKind: ctx.actor.kind,
      actorStaffId: staffIdOf(ctx.actor),
      facts: JSON.stringify(facts),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (event.personal) {
    await ctx.db
      .insertInto('personalHistory')
      .values({
        eventId: recorded.id,
        subscriberId: event.subscriberId ?? null,
        recordedAt: now,
        details: JSON.stringify(event.personal),
      })
      .execute();
  }
  if (liveTypes.has(event.type)) {
    const note = JSON.stringify({
      eventId: recorded.id,
      type: event.type,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      subscriberId: event.subscriberId ?? null,
      facts,
    });
    await sql`select pg_notify(${liveChannel(ctx.operator.schema)}, ${note})`.execute(ctx.db);
  }
  return recorded.id;
}
