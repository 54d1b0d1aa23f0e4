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

/** One statement writes them down and tells the screens, which hear at commit. */
async function record(ctx: Ctx, events: readonly NewEvent[], isNews: boolean): Promise<number[]> {
  const now = ctx.clock.now();
  const rows = ctx.db.insertInto('events').values(
    events.map((event) => ({
      recordedAt: now,
      occurredAt: event.occurredAt ?? now,
      type: event.type,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      subscriberId: event.subscriberId ?? null,
      actorKind: ctx.actor.kind,
      actorStaffId: staffIdOf(ctx.actor),
      facts: JSON.stringify(factsOf(ctx, event)),
    })),
  );
  const told = isNews ? events.map(({ type }) => type).filter((type) => liveTypes.has(type)) : [];
  const channel = liveChannel(ctx.operator.schema);
  const recorded = await ctx.db
    .with('e', () =>
      rows.returning(['id', 'type', 'subjectKind', 'subjectId', 'subscriberId', 'facts']),
    )
    .selectFrom('e')
    .select('id')
    .$if(told.length > 0, (query) =>
      query.select(
        sql`case when type = any(${told}) then pg_notify(${channel}, jsonb_build_object(
              'eventId', id, 'type', type, 'subjectKind', subject_kind, 'subjectId', subject_id,
              'subscriberId', subscriber_id, 'facts', facts)::text) end`.as('notified'),
      ),
    )
    .execute();
  return recorded.map(({ id }) => id);
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
