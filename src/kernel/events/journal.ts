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
  /** Whose those words are, where they are not the subscriber's: of whoever it was before. */
  personalOf?: number | null | undefined;
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

/** Whether some screen hears of this type. */
export const isTold = (type: string): boolean => liveTypes.has(type);

export const liveEventTypes = (): string[] => [...liveTypes];

/** The NOTIFY channel of an operator's screens. */
export const liveChannel = (schema: string): string => `bereg_live_${schema}`;

/**
 * Records an event in the context's transaction; screens that hear its type are told at commit.
 * @returns the event's id
 */
export async function emit(ctx: Ctx, event: NewEvent): Promise<number> {
  const [id] = await emitMany(ctx, [event]);
  if (id === undefined) throw new Error('an event was not recorded');
  return id;
}

/**
 * Records events as `emit` does, with as few queries for many as for one; for sweeps.
 * @param options.isTold false keeps them from screens, where one event tells of the whole run
 */
export async function emitMany(
  ctx: Ctx,
  events: readonly NewEvent[],
  options: { isTold?: boolean } = {},
): Promise<number[]> {
  if (events.length === 0) return [];
  const ids = await record(ctx, events, options.isTold !== false);
  await keepPersonal(ctx, events, ids);
  return ids;
}

/**
 * One statement writes them down and tells the screens, which hear at commit: the same for one as
 * for many, so that a connection need not plan it for each number of them.
 */
async function record(ctx: Ctx, events: readonly NewEvent[], isNews: boolean): Promise<number[]> {
  const now = ctx.clock.now();
  const given = events.map((event, nth) => ({
    nth,
    occurredAt: event.occurredAt ?? now,
    type: event.type,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    subscriberId: event.subscriberId ?? null,
    facts: factsOf(ctx, event),
  }));
  const told = isNews ? events.map(({ type }) => type).filter((type) => liveTypes.has(type)) : [];
  const channel = liveChannel(ctx.operator.schema);
  const { rows } = await sql<{ id: number }>`
    with e as (
      insert into events (recorded_at, occurred_at, type, subject_kind, subject_id, subscriber_id,
                          actor_kind, actor_staff_id, facts)
      select ${now}, "occurredAt", type, "subjectKind", "subjectId", "subscriberId",
             ${ctx.actor.kind}, ${staffIdOf(ctx.actor)}, facts
      from   jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
               as g(nth int, "occurredAt" timestamptz, type text, "subjectKind" text,
                    "subjectId" bigint, "subscriberId" bigint, facts jsonb)
      order  by nth
      returning id, type, subject_kind, subject_id, subscriber_id, facts)
    select id, case when type = any(${told}::text[])
                    then pg_notify(${channel}, jsonb_build_object(
                      'eventId', id, 'type', type, 'subjectKind', subject_kind,
                      'subjectId', subject_id, 'subscriberId', subscriber_id,
                      'facts', facts)::text) end as notified
    from   e`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

function factsOf({ cause }: Ctx, { facts = {} }: NewEvent): Record<string, unknown> {
  return cause ? { ...facts, cause } : facts;
}

async function keepPersonal(ctx: Ctx, events: readonly NewEvent[], ids: number[]): Promise<void> {
  const rows = events.flatMap(({ personal, subscriberId = null, personalOf }, index) => {
    const eventId = ids[index];
    if (!personal || eventId === undefined) return [];
    const details = JSON.stringify(personal);
    const owner = personalOf ?? subscriberId;
    return [{ eventId, subscriberId: owner, recordedAt: ctx.clock.now(), details }];
  });
  if (rows.length > 0) await ctx.db.insertInto('personalHistory').values(rows).execute();
}
