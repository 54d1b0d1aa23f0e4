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

/** Whom a conversation is with, as it was written down. */
export async function subscriberOf(ctx: Ctx, id: number): Promise<number | null> {
  const row = await ctx.db
    .selectFrom('conversations')
    .select('subscriberId')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.subscriberId ?? null;
}

/** Whether whom a conversation is with was erased. Locks it, so that an erasure waits. */
export async function isErased(ctx: Ctx, id: number): Promise<boolean> {
  // conversations_pkey; whom it is with is read when the lock is held
  await sql`select from conversations where id = ${id} for share`.execute(ctx.db);
  const { rows } = await sql`
    select from conversations c
    join   subscribers s on s.id = c.subscriber_id
    where  c.id = ${id} and s.erased_at is not null`.execute(ctx.db);
  return rows.length > 0;
}
