import { sql, type Updateable } from 'kysely';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';

export type At = { id: number; version: number };

export type StoredEvent = At & {
  name: string;
  on: string;
  isContest: boolean;
  inChargeId: number;
  budgetMinor: number;
  cupItemId: number | null;
  comfortItemId: number | null;
  isCancelled: boolean;
};

/** Whoever is in charge leads an event, and whoever approves gifts and events. */
export const leads = (ctx: Ctx, { inChargeId }: Pick<StoredEvent, 'inChargeId'>): boolean =>
  staffIdOf(ctx.actor) === inChargeId || reachOf(ctx.actor, 'vip.approve') !== null;

/** An event, as everybody who works on clients may know of it. */
export async function findEvent(ctx: Ctx, id: number, lock = sql``): Promise<Result<StoredEvent>> {
  // vip_events_pkey
  const { rows } = await sql<StoredEvent>`
    select e.id, e.version, e.name, e."on", e.is_contest, e.in_charge_id, e.budget_minor,
           e.cup_item_id, e.comfort_item_id, e.cancelled_at is not null as is_cancelled
    from   vip_events e where e.id = ${id} ${lock}`.execute(ctx.db);
  const [row] = rows;
  return row ? ok(row) : fail('vip.no_such_event');
}

/**
 * The same, locked: whoever invites, seats or spends beside it waits, and then sees what was taken.
 */
export const lockEvent = (ctx: Ctx, id: number): Promise<Result<StoredEvent>> =>
  findEvent(ctx, id, sql`for update`);

/**
 * An event locked for whoever leads it.
 * @param version what they have seen, where they change the event itself
 */
export async function lockLed(
  ctx: Ctx,
  { id, version }: { id: number; version?: number },
): Promise<Result<StoredEvent>> {
  const locked = await lockEvent(ctx, id);
  if (!locked.ok) return locked;
  if (!leads(ctx, locked.value)) return fail('vip.not_in_charge');
  if (version !== undefined && locked.value.version !== version) {
    return fail('vip.changed_meanwhile');
  }
  return locked;
}

export const isOver = (ctx: Ctx, { on, isCancelled }: StoredEvent): boolean =>
  isCancelled || on < today(ctx);

/** Whether a prize of this event is in somebody's hands. */
export async function hasHanded(ctx: Ctx, eventId: number): Promise<boolean> {
  // vip_event_guests_event_id_subscriber_id_key
  const { rows } = await sql`
    select from vip_event_guests where event_id = ${eventId} and prize is not null limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** The one way in which a locked event changes. */
export async function writeEvent(
  ctx: Ctx,
  { id, version, name }: StoredEvent,
  set: Updateable<DB['vipEvents']>,
  told: { type: `vip.event_${string}`; facts?: object; note?: string },
): Promise<Result<At>> {
  await ctx.db
    .updateTable('vipEvents')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await tellEvent(ctx, { id, name }, told);
  return ok({ id, version: version + 1 });
}

/** Tells of what was done at an event; words of a reason are kept apart. */
export async function tellEvent(
  ctx: Ctx,
  { id, name }: { id: number; name: string },
  { type, facts = {}, note = '' }: { type: string; facts?: object; note?: string },
): Promise<void> {
  await emit(ctx, {
    type,
    subject: { kind: 'vip_event', id },
    facts: { event: name, ...facts },
    ...(note === '' ? {} : { personal: { note } }),
  });
}
