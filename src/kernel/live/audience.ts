import type { RawBuilder } from 'kysely';
import { type Actor, type Ctx, reachOf, staffIdOf } from '../context.ts';
import { isOutsider, ownAffairs } from '../permissions.ts';
import { defineSlot } from '../slots.ts';
import type { LiveNote } from './hub.ts';

/**
 * Who hears of an event at once: those with the permission, of the rows that it reaches;
 * `signed-in` is everybody who works here, which a dealer's people do not; `nobody` what is written
 * down but tells no screen. Where the event may take a row out of somebody's reach, as when a
 * colleague takes a request, those others hear that something of this type happened, and nothing of
 * what: their lists would go on showing the row. What concerns some people alone is told to those
 * of them alone: `only` says whom it names.
 */
export type LiveAudience =
  | string
  | { permission: string; leavesReach: true }
  | { permission: string; only: (note: LiveNote) => readonly unknown[] };

/** For events whose subject is one of the staff: told to that one. */
export const oneself = {
  permission: 'signed-in',
  only: ({ subjectId }: LiveNote) => [subjectId],
} as const satisfies LiveAudience;

/** Of rows that belong to somebody: which of these ids the permission reaches. */
export const liveSubjects = defineSlot<{
  kind: string;
  reached: (ctx: Ctx, permission: string, ids: readonly number[]) => Promise<ReadonlySet<number>>;
}>('live.subjects');

/**
 * A kind of rows for that slot.
 * @param select those of the ids, as `id`, that the permission reaches
 */
export const liveReachOf = (
  kind: string,
  select: (ctx: Ctx, permission: string, ids: number[]) => RawBuilder<{ id: number }>,
) => ({
  kind,
  reached: async (
    ctx: Ctx,
    permission: string,
    ids: readonly number[],
  ): Promise<ReadonlySet<number>> => {
    const { rows } = await select(ctx, permission, [...ids]).execute(ctx.db);
    return new Set(rows.map(({ id }) => id));
  },
});

let audiences: Readonly<Record<string, LiveAudience>> = {};

/** Told once at start. @returns the types of which some screen hears */
export function setLiveAudiences(
  wirings: readonly { liveEvents?: Readonly<Record<string, LiveAudience>> }[],
): string[] {
  const all = wirings.flatMap(({ liveEvents = {} }) => Object.entries(liveEvents));
  const told = all.filter(([, audience]) => audience !== 'nobody');
  audiences = Object.fromEntries(told);
  return told.map(([type]) => type);
}

/**
 * What of these notes the one at the screen may hear, in their order. One query for each kind of
 * row and permission, and none for those who reach everything.
 */
export async function heardBy(ctx: Ctx, notes: readonly LiveNote[]): Promise<LiveNote[]> {
  const allowed = notes.filter((note) => mayHear(ctx.actor, note.type) && isFor(ctx.actor, note));
  const within = await reachedOf(ctx, allowed);
  return allowed.flatMap((note) => {
    if (within(note)) return [note];
    const audience = audiences[note.type];
    return typeof audience === 'object' && 'leavesReach' in audience ? [bare(note)] : [];
  });
}

function permissionOf(type: string): string | null {
  const audience = audiences[type];
  return typeof audience === 'object' ? audience.permission : (audience ?? null);
}

const isNamed = (type: string): boolean => {
  const audience = audiences[type];
  return typeof audience === 'object' && 'only' in audience;
};

function isFor(actor: Actor, note: LiveNote): boolean {
  const audience = audiences[note.type];
  if (typeof audience !== 'object' || !('only' in audience)) return true;
  return audience.only(note).includes(staffIdOf(actor));
}

function mayHear(actor: Actor, type: string): boolean {
  const permission = permissionOf(type);
  if (permission === null || actor.kind === 'public') return false;
  // Whom it names hears it even who works elsewhere.
  if (permission === 'signed-in') return isNamed(type) || !isOutsider(actor);
  if (permission === ownAffairs && actor.kind === 'staff') return true;
  return reachOf(actor, permission) !== null;
}

const bare = ({ eventId, type, subjectKind }: LiveNote): LiveNote => ({
  eventId,
  type,
  subjectKind,
  subjectId: 0,
  subscriberId: null,
  facts: {},
});

async function reachedOf(
  ctx: Ctx,
  notes: readonly LiveNote[],
): Promise<(note: LiveNote) => boolean> {
  const asked = new Map<string, Set<number>>();
  const keyOf = ({ type, subjectKind }: LiveNote): string | null => {
    const permission = permissionOf(type) ?? '';
    const isLimited = permission !== 'signed-in' && reachOf(ctx.actor, permission) !== 'all';
    const isOwned = liveSubjects.fills.some(({ piece }) => piece.kind === subjectKind);
    return isLimited && isOwned ? `${subjectKind} ${permission}` : null;
  };
  for (const note of notes) {
    const key = keyOf(note);
    if (key) asked.set(key, (asked.get(key) ?? new Set()).add(note.subjectId));
  }
  const reached = new Map<string, ReadonlySet<number>>();
  for (const [key, ids] of asked) {
    const [kind = '', permission = ''] = key.split(' ');
    const subject = liveSubjects.fills.find(({ piece }) => piece.kind === kind);
    if (subject) reached.set(key, await subject.piece.reached(ctx, permission, [...ids]));
  }
  return (note) => {
    const key = keyOf(note);
    return key === null || reached.get(key)?.has(note.subjectId) === true;
  };
}
