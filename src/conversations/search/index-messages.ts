import { type Expression, sql, type SqlBool } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { FindableMessage } from '../../kernel/search/findable.ts';
import { indexMessages as makeFindable } from '../../kernel/search/index-entries.ts';
import { reaches } from '../reach.ts';

export type DescribedMessage = {
  id: number;
  number: number;
  subscriberId: number | null;
  name: string;
  text: string;
  happenedAt: Date;
};

/** At once of one conversation; the rest follow in the same transaction. */
const MOST_AT_ONCE = 500;
const SHOWN_CHARS = 160;

/**
 * Makes the messages and notes of conversations findable that are not yet, or were another's: their
 * words never change, but who they are with may be recognised anew.
 */
export async function indexMessages(ctx: Ctx, ids: readonly number[]): Promise<void> {
  for (let rows = await next(ctx, ids, 0); rows.length > 0;) {
    await makeFindable(ctx, rows.map(describeMessage));
    const last = rows.at(-1)?.id ?? 0;
    rows = rows.length < MOST_AT_ONCE ? [] : await next(ctx, ids, last);
  }
}

const isNotFindable = sql`not exists (
  select from search_messages f
  where  f.ref_id = m.id and f.happened_at = m.happened_at
  and    f.subscriber_id is not distinct from r.id
  and    f.title = '№ ' || c.number || case when n.name = '' then '' else ' · ' || n.name end)`;

async function next(ctx: Ctx, ids: readonly number[], after: number): Promise<DescribedMessage[]> {
  // messages_conversation (conversation_id, happened_at, id), search_messages_pkey
  const { rows } = await sql<DescribedMessage>`
    select m.id, c.number, r.id as subscriber_id, m.text, m.happened_at, n.name
    from   conversations c
    join   messages m on m.conversation_id = c.id and m.text <> ''
    left   join subscribers s on s.id = c.subscriber_id
    left   join subscribers r on r.id = s.root_id
    cross  join lateral (
      select coalesce(nullif(r.display_name, ''), c.contact_draft ->> 'name', '') as name) n
    where  c.id = any(${[...ids]}::bigint[]) and m.id > ${after}
    and    ${isNotFindable}
    order  by m.id limit ${MOST_AT_ONCE}`.execute(ctx.db);
  return rows;
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
 * for a conversation goes from hand to hand and its messages go along. What was merged goes with
 * what it became.
 */
export const reachesMessage = (ctx: Ctx): Expression<SqlBool> => sql<SqlBool>`exists (
  select from messages m
  join   conversations p on p.id = m.conversation_id
  join   conversations c on c.id = coalesce(p.root_id, p.id)
  where  m.id = e.ref_id and ${reaches(ctx, 'conversations.view')})`;
