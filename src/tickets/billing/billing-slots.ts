import { sql } from 'kysely';
import type { CorrectionOrigin, StatementMarks } from '../../billing/index.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail } from '../../kernel/result.ts';
import { lockTicket } from '../record/lock-tickets.ts';
import { reaches } from '../reach.ts';
import { isOfCluster } from './of-cluster.ts';

/** Corrections are proposed from tickets, whose histories tell how they went. */
export const ticketOrigin: CorrectionOrigin = {
  kind: 'ticket',
  refuses: async (ctx, id, { subscriberId }) => {
    const locked = await lockTicket(ctx, id);
    if (!locked.ok) return locked;
    const isTheirs = await isOfCluster(ctx, locked.value.subscriberId, subscriberId);
    return isTheirs ? null : fail('tickets.not_of_subscriber');
  },
  tell: async (ctx, id, { what, kind, correctionId }) => {
    // tickets_pkey
    const { rows } = await sql<{ id: number }>`
      select coalesce(root_id, id) as id from tickets where id = ${id}`.execute(ctx.db);
    const rootId = rows[0]?.id ?? id;
    // The subscriber's timeline has the correction's own event: here the ticket alone is told. Of
    // money only what is asked for by its id: tickets are seen by more people than accounts.
    await emit(ctx, {
      type: typeOf[what],
      subject: { kind: 'ticket', id: rootId },
      facts: { number: rootId, kind, correctionId },
    });
  },
};

const typeOf = {
  proposed: 'tickets.correction_proposed',
  posted: 'tickets.correction_posted',
  refused: 'tickets.correction_refused',
  withdrawn: 'tickets.correction_withdrawn',
} as const;

type Marked = { kind: string; id: number; title: string };

/** A statement shows the tickets about its lines and periods, as far as one may see them. */
export const ticketMarks: StatementMarks = {
  ofLines: async (ctx, lineIds) => {
    // ticket_subjects_line (line_id) where line_id is not null, tickets_pkey
    const { rows } = await sql<Marked & { lineId: number }>`
      select distinct s.line_id, 'ticket' as kind, t.id, t.subject as title
      from   ticket_subjects s
      join   tickets o on o.id = s.ticket_id
      join   tickets t on t.id = coalesce(o.root_id, o.id)
      where  s.line_id = any(${[...lineIds]}::bigint[]) and ${reaches(ctx, 'tickets.view')}
      order  by t.id`.execute(ctx.db);
    return rows;
  },
  ofPeriods: async (ctx, accountId) => {
    // ticket_subjects_account (account_id), tickets_pkey
    const { rows } = await sql<Marked & { fromOn: string; toOn: string }>`
      select distinct s.from_on, s.to_on, 'ticket' as kind, t.id, t.subject as title
      from   ticket_subjects s
      join   tickets o on o.id = s.ticket_id
      join   tickets t on t.id = coalesce(o.root_id, o.id)
      where  s.account_id = ${accountId} and s.from_on is not null
      and    ${reaches(ctx, 'tickets.view')}
      order  by s.from_on desc, t.id`.execute(ctx.db);
    return rows.map(({ fromOn, toOn, ...mark }) => ({ fromOn, toOn, mark }));
  },
};
