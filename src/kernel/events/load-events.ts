import type { BulkCtx } from '../db/bulk.ts';
import { copyRows } from '../db/copy.ts';
import { staffIdOf } from '../context.ts';
import { ensurePartitions } from './partitions.ts';

/** A past event that a base brings along. It is history, not news: nobody acts on it. */
export type PastEvent = {
  type: string;
  occurredAt: Date;
  /** When it was written down; the present where the source does not tell. */
  recordedAt?: Date;
  subjectKind: string;
  subjectId: number;
  subscriberId: number | null;
  facts: Record<string, unknown>;
};

const columns = [
  'recorded_at',
  'occurred_at',
  'type',
  'subject_kind',
  'subject_id',
  'subscriber_id',
  'actor_kind',
  'actor_staff_id',
  'facts',
  'transaction_id',
] as const;

/** Writes past events into the journal through COPY; readers of news pass them by. */
export async function loadEvents(ctx: BulkCtx, events: readonly PastEvent[]): Promise<void> {
  if (events.length === 0) return;
  const now = ctx.clock.now();
  const times = events.map((event) => (event.recordedAt ?? now).getTime());
  await ensurePartitions(ctx, new Date(minimum(times)), now);
  const actorStaffId = staffIdOf(ctx.actor);
  await copyRows(
    ctx.client,
    'events',
    columns,
    events.map((event) => [
      event.recordedAt ?? now,
      event.occurredAt,
      event.type,
      event.subjectKind,
      event.subjectId,
      event.subscriberId,
      ctx.actor.kind,
      actorStaffId,
      event.facts,
      null,
    ]),
  );
}

const minimum = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.MAX_SAFE_INTEGER);
