import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Ticket } from '../api/open.ts';
import { reaches } from '../reach.ts';

type Shown = Pick<z.input<typeof Ticket>, 'splits' | 'splitFrom'>;
type Row = { id: number; isFrom: boolean; otherId: number; subject: string; count: number };

/** What was split off a ticket, and what it was split off itself; of what the asker may see. */
export async function splitsOf(ctx: Ctx, id: number): Promise<Shown> {
  const own = sql`(select id from tickets where id = ${id} or root_id = ${id})`;
  // ticket_splits_from, ticket_splits_into_id_key, ticket_split_notes_pkey, tickets_pkey
  const { rows } = await sql<Row>`
    select s.id, s.is_from, t.id as other_id, t.subject,
           (select count(*) from ticket_split_notes w where w.split_id = s.id) as count
    from  (select id, true as is_from, into_id as other_id, undone_at
           from   ticket_splits where from_id in ${own}
           union all
           select id, false, from_id, undone_at from ticket_splits where into_id in ${own}) s
    join   tickets o on o.id = s.other_id
    join   tickets t on t.id = coalesce(o.root_id, o.id)
    where  s.undone_at is null and t.id <> ${id} and ${reaches(ctx, 'tickets.view')}
    order  by s.id`.execute(ctx.db);
  const back = rows.find(({ isFrom }) => !isFrom);
  return {
    splits: rows
      .filter(({ isFrom }) => isFrom)
      .map(({ id: splitId, otherId: intoId, subject, count }) => ({
        id: splitId,
        intoId,
        subject,
        count,
      })),
    splitFrom: back ? { splitId: back.id, id: back.otherId, subject: back.subject } : null,
  };
}

/** Whether a ticket `t` was split off and put back: it points there for good. */
export const isPutBack = sql`exists (
  select from ticket_splits x where x.into_id = t.id and x.undone_at is not null)`;
