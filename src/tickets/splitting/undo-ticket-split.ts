import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { followMentions } from '../../work/index.ts';
import { indexTickets } from '../index-tickets.ts';
import { lockPair } from '../linking/lock-pair.ts';
import { me } from '../reach.ts';

type Split = { fromId: number; intoId: number; fromRootId: number; intoRootId: number };

/**
 * Takes a split back: the notes stand where they stood, and the number of what was split off leads
 * there for ever, with whatever was written on it since.
 */
export async function undoTicketSplit(
  ctx: Ctx,
  { id, splitId }: { id: number; splitId: number },
): Promise<Result<Done>> {
  // ticket_splits_pkey, tickets_pkey
  const { rows } = await sql<Split>`
    select s.from_id, s.into_id, coalesce(f.root_id, f.id) as from_root_id,
           coalesce(n.root_id, n.id) as into_root_id
    from   ticket_splits s
    join   tickets f on f.id = s.from_id
    join   tickets n on n.id = s.into_id
    join   tickets a on a.id = ${id}
    where  s.id = ${splitId} and s.undone_at is null
    and    coalesce(a.root_id, a.id) in (coalesce(f.root_id, f.id), coalesce(n.root_id, n.id))
    for    update of s`.execute(ctx.db);
  const [split] = rows;
  if (!split) return fail('tickets.no_such_split');
  const { fromId, intoId, fromRootId, intoRootId } = split;
  // Merged into another, or the other into it: those are set apart first.
  if (intoRootId !== intoId || fromRootId === intoId) return fail('tickets.split_is_merged');
  const locked = await lockPair(ctx, fromRootId, intoId);
  if (!locked.ok) return locked;
  const moved = await putBack(ctx, splitId, intoId);
  await followMentions(
    ctx,
    'tickets',
    moved.map(({ noteId, formerId }) => ({ sourceId: noteId, entityId: formerId })),
  );
  // tickets_pkey, tickets_merged (root_id) where root_id is not null
  await sql`
    update tickets
    set    root_id = ${fromRootId},
           merged_into_id = case when id = ${intoId} then ${fromId} else merged_into_id end,
           due_at = null, escalate_at = null
    where  id = ${intoId} or root_id = ${intoId}`.execute(ctx.db);
  await ctx.db
    .updateTable('ticketSplits')
    .set({ undoneBy: me(ctx), undoneAt: ctx.clock.now() })
    .where('id', '=', splitId)
    .execute();
  const formers = moved.map(({ formerId }) => formerId);
  await indexTickets(ctx, [...new Set([fromRootId, intoId, ...formers])]);
  for (const { id: ownId, subscriberId } of locked.value) {
    await emit(ctx, {
      type: 'tickets.unsplit',
      subject: { kind: 'ticket', id: ownId },
      subscriberId,
      facts: { number: ownId, otherId: ownId === intoId ? fromRootId : intoId, splitId },
    });
  }
  return ok({});
}

type Moved = { noteId: number; formerId: number };

/**
 * Lets the notes stand where they stood. Those that a later split has taken on begin from there
 * now, so that taking that one back brings them there too.
 */
async function putBack(ctx: Ctx, splitId: number, intoId: number): Promise<Moved[]> {
  // ticket_split_notes_note (note_id), ticket_splits_pkey
  await sql`
    update ticket_split_notes later
    set    former_id = moved.former_id
    from   ticket_split_notes moved, ticket_splits s
    where  moved.split_id = ${splitId} and later.note_id = moved.note_id
    and    later.split_id <> ${splitId} and later.former_id = ${intoId}
    and    s.id = later.split_id and s.undone_at is null`.execute(ctx.db);
  // ticket_split_notes_pkey, ticket_notes_pkey
  const { rows } = await sql<Moved>`
    update ticket_notes n set ticket_id = moved.former_id
    from   ticket_split_notes moved
    where  moved.split_id = ${splitId} and n.id = moved.note_id and n.ticket_id = ${intoId}
    returning n.id as note_id, moved.former_id`.execute(ctx.db);
  return rows;
}
