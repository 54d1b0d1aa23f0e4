import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { SubscriberKind } from './api/kinds.ts';

/** A subscriber as others point at it: the root of its cluster and everybody in it. */
export type Found = {
  /** The root: what cards and lists show, and what new rows are written to. */
  id: number;
  /** The root first, then everybody merged into it. */
  ids: number[];
  kind: SubscriberKind;
  displayName: string;
  version: number;
  erasedAt: Date | null;
};

export type SubscriberPermission =
  | 'subscribers.view'
  | 'subscribers.edit'
  | 'subscribers.merge'
  | 'subscribers.export'
  | 'subscribers.erase';

/** Whose subscribers a permission reaches, as a condition on the root's row under alias `r`. */
export const reaches = (ctx: Ctx, permission: SubscriberPermission) =>
  visibleTo(ctx, permission, { owner: 'r.ownerStaffId', team: 'r.teamId' });

/**
 * The subscriber of this id, or the one it was merged into; an old number works for ever.
 * Who may not reach it gets the same answer as if there were none.
 */
export async function findSubscriber(
  ctx: Ctx,
  id: number,
  permission: SubscriberPermission,
): Promise<Result<Found>> {
  const [found] = await find(ctx, [id], permission, sql``);
  return found ? ok(found) : fail('subscribers.not_found');
}

/** The same for a write: the root's row is locked, and an erased subscriber is refused. */
export async function lockSubscriber(
  ctx: Ctx,
  id: number,
  permission: SubscriberPermission = 'subscribers.edit',
): Promise<Result<Found>> {
  const locked = await lockSubscribers(ctx, [id], permission);
  if (!locked.ok) return locked;
  const [found] = locked.value;
  return found ? ok(found) : fail('subscribers.not_found');
}

/**
 * Locks the roots of several subscribers at once, in the order of their ids, so that two writers of
 * the same ones wait for each other instead of locking crosswise.
 * @returns the roots, each once
 */
export async function lockSubscribers(
  ctx: Ctx,
  ids: readonly number[],
  permission: SubscriberPermission = 'subscribers.edit',
): Promise<Result<Found[]>> {
  for (let attempt = 0; attempt < lockAttempts; attempt += 1) {
    const locked = new Set((await find(ctx, ids, permission, sql`for update of r`)).map(idOf));
    // What was read while the lock was awaited may be past: who belongs together is read anew.
    const found = await find(ctx, ids, permission, sql``);
    if (!found.every((one) => locked.has(one.id))) continue;
    const known = new Set(found.flatMap((one) => one.ids));
    if (!ids.every((id) => known.has(id))) return fail('subscribers.not_found');
    return found.some((one) => one.erasedAt) ? fail('subscribers.erased') : ok(found);
  }
  throw new Error(`subscribers ${ids.join(', ')} are merged faster than they can be locked`);
}

/**
 * Keeps an erasure waiting until what is written about somebody stands; whoever writes need not
 * reach the card.
 * @returns whether there is still somebody to write about
 */
export async function holdSubscriber(ctx: Ctx, id: number): Promise<boolean> {
  // subscribers_pkey. A weaker lock would be granted on the row as it was before an erasure.
  const { rows } = await sql`
    select from subscribers s join subscribers r on r.id = s.root_id
    where  s.id = ${id} and r.erased_at is null
    for    share of r`.execute(ctx.db);
  return rows.length > 0;
}

/** A further one is needed only when they were merged or set apart while the lock was awaited. */
const lockAttempts = 5;
const idOf = ({ id }: Found): number => id;

async function find(
  ctx: Ctx,
  ids: readonly number[],
  permission: SubscriberPermission,
  locking: RawBuilder<unknown>,
): Promise<Found[]> {
  // subscribers_pkey; subscribers_root (root_id)
  const { rows } = await sql<Found>`
    select r.id, r.kind, r.display_name, r.version, r.erased_at,
           array(select m.id from subscribers m
                 where  m.root_id = r.id and m.merged_into_id is not null
                 order  by m.id) as ids
    from   subscribers r
    where  r.id in (select s.root_id from subscribers s where s.id = any(${ids}::bigint[]))
    and    r.merged_into_id is null and ${reaches(ctx, permission)}
    order  by r.id
    ${locking}`.execute(ctx.db);
  return rows.map((row) => ({ ...row, ids: [row.id, ...row.ids] }));
}
