import { type Expression, sql, type SqlBool } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { FindableMessage } from '../kernel/search/findable.ts';
import { indexMessages as makeFindable } from '../kernel/search/index-entries.ts';
import { reaches } from './reach.ts';

export type DescribedMessage = {
  id: number;
  number: number;
  subscriberId: number | null;
  name: string;
  text: string;
  happenedAt: Date;
};

/** At once of one conversation; a correspondence that was never looked at may be longer. */
const MOST_AT_ONCE = 500;
const SHOWN_CHARS = 160;

/** Makes the messages and notes of conversations findable that are not yet: they never change. */
export async function indexMessages(ctx: Ctx, ids: readonly number[]): Promise<void> {
  // messages_conversation (conversation_id, happened_at, id), search_messages_pkey
  const { rows } = await sql<DescribedMessage>`
    select m.id, c.number, r.id as subscriber_id, m.text, m.happened_at,
           coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as name
    from   conversations c
    join   messages m on m.conversation_id = c.id and m.text <> ''
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    where  c.id = any(${[...ids]}::bigint[])
    and    not exists (select from search_messages f
                       where  f.ref_id = m.id and f.happened_at = m.happened_at)
    order  by m.id limit ${MOST_AT_ONCE}`.execute(ctx.db);
  await makeFindable(ctx, rows.map(describeMessage));
}

/** What a message is found by, and what a result shows of it. */
export function describeMessage(row: DescribedMessage): FindableMessage {
  return {
    refId: row.id,
    subscriberId: row.subscriberId,
    title: `№ ${row.number}${row.name === '' ? '' : ` · ${row.name}`}`,
    subtitle: row.text.slice(0, SHOWN_CHARS),
    happenedAt: row.happenedAt,
    words: { texts: [row.text] },
  };
}

/**
 * Whose messages a search shows: those of the conversations that the asker may see as they are now,
 * for a conversation goes from hand to hand and its messages go along.
 */
export const reachesMessage = (ctx: Ctx): Expression<SqlBool> => sql<SqlBool>`exists (
  select from messages m join conversations c on c.id = m.conversation_id
  where  m.id = e.ref_id and ${reaches(ctx, 'conversations.view')})`;
