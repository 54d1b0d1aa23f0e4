import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { reaches } from './reach.ts';

type Described = { id: number; title: string; path: string };

/** What conversations are called where they are pointed at; of those that the asker may see. */
export async function describeConversations(
  ctx: Ctx,
  ids: readonly number[],
): Promise<Described[]> {
  // conversations_pkey, subscribers_pkey
  const { rows } = await sql<{ id: number; number: number; who: string }>`
    select c.id, c.number,
           coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as who
    from   conversations c
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  c.id = any(${[...ids]}::bigint[])
    and    ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  return rows.map(({ id, number, who }) => ({
    id,
    title: `№ ${number}${who === '' ? '' : ` · ${who}`}`,
    path: `/conversations/${id}?queue=all`,
  }));
}
