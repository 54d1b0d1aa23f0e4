import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../today.ts';
import { recordEvent } from '../record-event.ts';
import { indexSubscriber } from '../search/index-subscriber.ts';
import { changedFields, loadValues, pick, type Values, writeValues } from './values.ts';

/**
 * Whoever was to become a subscriber, or had left, is one from today on: for what gives the first
 * service. The root is locked by the caller.
 */
export async function becomeActive(ctx: Ctx, id: number): Promise<void> {
  const { status, customerSince } = await loadValues(ctx, id);
  if (status !== 'prospect' && status !== 'left') return;
  await write(ctx, id, {
    status: 'active',
    customerSince: customerSince ?? today(ctx),
    leftOn: null,
  });
}

/** Whoever has nothing any more has left, on that day. The root is locked by the caller. */
export async function becomeFormer(ctx: Ctx, id: number, leftOn: string): Promise<void> {
  await write(ctx, id, { status: 'left', leftOn });
}

/**
 * Whom something made active that is taken back stands as before it; whom it found active stays.
 * What nobody remembers any more, or a person has changed since, is left as who has left.
 * @param sinceEventId an event of the transaction in which they became active
 */
export async function becomeAsBefore(
  ctx: Ctx,
  id: number,
  { sinceEventId }: { sinceEventId: number },
): Promise<void> {
  const made = await findMadeActive(ctx, id, sinceEventId);
  if (!made) return;
  const { status } = await loadValues(ctx, id);
  if (!made.before || status !== 'active') return becomeFormer(ctx, id, today(ctx));
  await write(ctx, id, made.before);
}

type Standing = Partial<Pick<Values, 'status' | 'customerSince' | 'leftOn'>>;

async function findMadeActive(
  ctx: Ctx,
  id: number,
  eventId: number,
): Promise<{ before: Standing | null } | null> {
  // events_subject (subject_kind, subject_id, id desc), personal_history_pkey
  const { rows } = await sql<{ before: Standing | null }>`
    select h.details->'before' as before
    from   events e
    left   join personal_history h on h.event_id = e.id
    where  e.subject_kind = 'subscriber' and e.subject_id = ${id}
    and    e.type = 'subscribers.changed' and e.facts->'fields' ? 'status'
    and    e.transaction_id = (select o.transaction_id from events o where o.id = ${eventId}
                               and o.transaction_id is not null)
    order  by e.id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

async function write(ctx: Ctx, id: number, standing: Partial<Values>): Promise<void> {
  const before = await loadValues(ctx, id);
  const after = { ...before, ...standing };
  const fields = changedFields(before, after);
  if (fields.length === 0) return;
  const version = await writeValues(ctx, id, standing);
  await recordEvent(ctx, id, 'subscribers.changed', {
    facts: { fields, version },
    personal: { before: pick(before, fields), after: pick(after, fields) },
  });
  await indexSubscriber(ctx, [id]);
}
