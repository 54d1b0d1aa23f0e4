import type { Updateable } from 'kysely';
import { type Ctx, staffIdOf } from '../kernel/context.ts';
import type { DB } from '../kernel/db/connect.ts';
import { emit, type NewEvent } from '../kernel/events/journal.ts';
import { type Fail, fail } from '../kernel/result.ts';

export type PresenceState = 'ready' | 'break' | 'after_call' | 'away';
export type Presence = { state: PresenceState; since: Date; isHere: boolean };

/** A screen says every 20 seconds that it is open: two words missed, and its person is gone. */
export const HERE_FOR_SECONDS = 45;

export function isHere(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() <= HERE_FOR_SECONDS * 1000;
}

export type PresenceRow = { state: string; stateSince: Date; lastSeenAt: Date; isHere: boolean };

/** The actor's own row, locked; undefined for somebody who was never here. */
export async function lockOwnPresence(
  ctx: Ctx,
): Promise<{ staffId: number; row: PresenceRow | undefined } | Fail> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return fail('staff.not_found');
  const row = await ctx.db
    .selectFrom('presence')
    .select(['state', 'stateSince', 'lastSeenAt', 'isHere'])
    .where('staffId', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  return { staffId, row };
}

/** Writes what a person does now; screens hear of it when it differs from before. */
export async function keepPresence(
  ctx: Ctx,
  staffId: number,
  before: PresenceRow | undefined,
  state: PresenceState,
): Promise<Presence> {
  const now = ctx.clock.now();
  const since = before?.state === state ? before.stateSince : now;
  const values = { state, stateSince: since, lastSeenAt: now, isHere: true };
  await ctx.db
    .insertInto('presence')
    .values({ staffId, ...values })
    .onConflict((conflict) => conflict.column('staffId').doUpdateSet(values))
    .execute();
  if (!before?.isHere || before.state !== state) {
    await emit(ctx, presenceChanged(staffId, state, true));
  }
  return { state, since, isHere: true };
}

const longAgo = new Date(0);

/** Somebody shut out or signed out is gone at once, not 45 seconds later. */
export function leave(ctx: Ctx, staffId: number): Promise<void> {
  const stateSince = ctx.clock.now();
  return noteGone(ctx, staffId, { isHere: false, state: 'away', stateSince, lastSeenAt: longAgo });
}

/** Whoever was here is not any more; screens hear of it. */
export async function noteGone(
  ctx: Ctx,
  staffId: number,
  set: Updateable<DB['presence']>,
): Promise<void> {
  const left = await ctx.db
    .updateTable('presence')
    .set(set)
    .where('staffId', '=', staffId)
    .where('isHere', '=', true)
    .returning('state')
    .executeTakeFirst();
  if (left) await emit(ctx, presenceChanged(staffId, left.state, false));
}

export function presenceChanged(staffId: number, state: string, isPresent: boolean): NewEvent {
  return {
    type: 'staff.presence_changed',
    subject: { kind: 'staff', id: staffId },
    facts: { state, isHere: isPresent },
  };
}
