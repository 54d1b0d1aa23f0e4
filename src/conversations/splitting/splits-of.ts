import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Conversation } from '../api/shapes.ts';
import { clusterOf } from '../record/cluster.ts';

type Shown = Pick<z.input<typeof Conversation>, 'splits' | 'splitFrom'>;
type Row = { id: number; isFrom: boolean; otherId: number; number: number; count: number };

/** What was split off a conversation, and what it was split off itself. */
export async function splitsOf(ctx: Ctx, id: number): Promise<Shown> {
  // conversation_splits_from, conversation_splits_into_id_key, conversation_split_messages_pkey
  const { rows } = await sql<Row>`
    select s.id, s.is_from, o.id as other_id, o.number,
           (select count(*) from conversation_split_messages w where w.split_id = s.id) as count
    from  (select id, true as is_from, into_id as other_id, undone_at
           from   conversation_splits where from_id in ${clusterOf(id)}
           union all
           select id, false, from_id, undone_at
           from   conversation_splits where into_id in ${clusterOf(id)}) s
    join   conversations o on o.id = s.other_id
    where  s.undone_at is null and coalesce(o.root_id, o.id) <> ${id}
    order  by s.id`.execute(ctx.db);
  const back = rows.find(({ isFrom }) => !isFrom);
  return {
    splits: rows
      .filter(({ isFrom }) => isFrom)
      .map(({ id: splitId, otherId, number, count }) => ({
        id: splitId,
        intoId: otherId,
        number,
        count,
      })),
    splitFrom: back ? { splitId: back.id, id: back.otherId, number: back.number } : null,
  };
}
