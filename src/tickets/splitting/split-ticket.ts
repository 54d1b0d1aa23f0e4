import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { holdSubscriber } from '../../subscribers/index.ts';
import { followMentions } from '../../work/index.ts';
import { indexTickets } from '../index-tickets.ts';
import { me } from '../reach.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import type { Stored } from '../record/values.ts';
import { splitOff } from './split-off.ts';

type Input = { id: number; version: number; subject: string; noteIds: readonly number[] };
type Note = { id: number; formerId: number; createdAt: Date };

/**
 * Makes a ticket of its own out of some notes with their files: about the same people and in the
 * same hands, with a number and clocks of its own. The other one says where they went.
 */
export async function splitTicket(
  ctx: Ctx,
  { id, version, subject, noteIds }: Input,
): Promise<Result<{ id: number; splitId: number }>> {
  const isErased = await holdOwner(ctx, id);
  const locked = await lockTicket(ctx, id, version);
  if (!locked.ok) return locked;
  if (isErased) return fail('subscribers.erased');
  const row = locked.value;
  const ids = [...new Set(noteIds)];
  // ticket_notes_ticket (ticket_id, id), tickets_merged (root_id)
  const { rows: notes } = await sql<Note>`
    select n.id, n.ticket_id as former_id, n.created_at from ticket_notes n
    where  n.id = any(${ids}::bigint[])
    and    n.ticket_id in (select id from tickets where id = ${id} or root_id = ${id})
    order  by n.created_at, n.id`.execute(ctx.db);
  const [first] = notes;
  if (!first || notes.length < ids.length) return fail('tickets.no_such_note');
  const intoId = await splitOff(ctx, row, { subject, since: first.createdAt });
  const splitId = await move(ctx, { fromId: id, intoId }, notes);
  await indexTickets(ctx, [...new Set([id, intoId, ...notes.map(({ formerId }) => formerId)])]);
  await tell(ctx, row, { intoId, splitId, subject, count: notes.length });
  return ok({ id: intoId, splitId });
}

/** Locks whose it is before the ticket, as an erasure does, which would not see the new one. */
async function holdOwner(ctx: Ctx, id: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('tickets')
    .select('subscriberId')
    .where('id', '=', id)
    .executeTakeFirst();
  const subscriberId = row?.subscriberId ?? null;
  return subscriberId !== null && !(await holdSubscriber(ctx, subscriberId));
}

async function move(
  ctx: Ctx,
  between: { fromId: number; intoId: number },
  notes: readonly Note[],
): Promise<number> {
  const { intoId } = between;
  const { id: splitId } = await ctx.db
    .insertInto('ticketSplits')
    .values({ ...between, splitBy: me(ctx), splitAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('ticketSplitNotes')
    .values(notes.map(({ id: noteId, formerId }) => ({ splitId, noteId, formerId })))
    .execute();
  const ids = notes.map(({ id }) => id);
  await ctx.db
    .updateTable('ticketNotes')
    .set({ ticketId: intoId })
    .where('id', 'in', ids)
    .execute();
  await followMentions(
    ctx,
    'tickets',
    ids.map((sourceId) => ({ sourceId, entityId: intoId })),
  );
  return splitId;
}

type Told = { intoId: number; splitId: number; subject: string; count: number };

async function tell(ctx: Ctx, row: Stored, told: Told): Promise<void> {
  const { id, subscriberId, categoryId, priority } = row;
  const { intoId, splitId, subject, count } = told;
  await emit(ctx, {
    type: 'tickets.split',
    subject: { kind: 'ticket', id },
    subscriberId,
    facts: { number: id, otherId: intoId, splitId, count },
  });
  await emit(ctx, {
    type: 'tickets.split_off',
    subject: { kind: 'ticket', id: intoId },
    subscriberId,
    facts: { number: intoId, otherId: id, splitId, categoryId, priority },
    personal: { subject },
  });
}
