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

/** The actor's own row, locked; somebody who was never here gets one, of one who is away. */
export async function lockOwnPresence(
  ctx: Ctx,
): Promise<{ staffId: number; row: PresenceRow } | Fail> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return fail('staff.not_found');
  const locked = ctx.db
    .selectFrom('presence')
    .select(['state', 'stateSince', 'lastSeenAt', 'isHere'])
    .where('staffId', '=', staffId)
    .forUpdate();
  const known = await locked.executeTakeFirst();
  if (known) return { staffId, row: known };
  // Without a row to lock, the first hello of a screen would undo a state chosen at that moment.
  await ctx.db
    .insertInto('presence')
    .values({ staffId, ...gone(ctx) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { staffId, row: await locked.executeTakeFirstOrThrow() };
}

/**
 * Writes what a person does now; screens hear of it when it differs from before.
 * @param said when the person said it, where it is no screen that goes on
 */
export async function keepPresence(
  ctx: Ctx,
  staffId: number,
  before: PresenceRow,
  state: PresenceState,
  said: { saidAt?: Date } = {},
): Promise<Presence> {
  const now = ctx.clock.now();
  const since = before.state === state ? before.stateSince : now;
  await ctx.db
    .updateTable('presence')
    .set({ state, stateSince: since, lastSeenAt: now, isHere: true, ...said })
    .where('staffId', '=', staffId)
    .execute();
  if (!before.isHere || before.state !== state) {
    await emit(ctx, presenceChanged(staffId, state, true));
  }
  return { state, since, isHere: true };
}

const longAgo = new Date(0);

const gone = (ctx: Ctx) => ({
  isHere: false,
  state: 'away',
  stateSince: ctx.clock.now(),
  lastSeenAt: longAgo,
});

/** Somebody shut out or signed out is gone at once, not 45 seconds later. */
export function leave(ctx: Ctx, staffId: number): Promise<void> {
  return noteGone(ctx, staffId, gone(ctx));
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
