import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Ticket } from '../api/open.ts';
import { reaches } from '../reach.ts';

type Links = z.input<typeof Ticket>['links'];

const MOST_SHOWN = 100;

/** What a ticket has to do with others, said by either; those that the asker may see. */
export async function linksOf(ctx: Ctx, id: number): Promise<Links> {
  // ticket_links_pkey, ticket_links_other (to_id, from_id), tickets_pkey
  const { rows } = await sql<Links[number]>`
    select l.kind, l.is_said_here, t.id, t.subject, t.state
    from  (select kind, true as is_said_here, to_id as other_id
           from   ticket_links where from_id = ${id}
           union all
           select kind, false, from_id from ticket_links where to_id = ${id}) l
    join   tickets t on t.id = l.other_id
    where  ${reaches(ctx, 'tickets.view')}
    order  by t.id limit ${MOST_SHOWN}`.execute(ctx.db);
  return rows;
}
