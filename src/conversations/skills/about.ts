import { sql } from 'kysely';

const WORDS_LENGTH = 500;

/** What rules look at, of `conversations c`: columns of an `About`. */
export const aboutColumns = sql`
  c.channel, c.subject,
  coalesce((select jsonb_agg(coalesce(lo.merged_into_id, lo.id))
            from   labelled ld join labels lo on lo.id = ld.label_id
            where  ld.entity = 'conversations' and ld.entity_id = c.id), '[]') as label_ids,
  coalesce((select left(m.text, ${sql.lit(WORDS_LENGTH)}) from messages m
            where  m.conversation_id = c.id and m.direction = 'in'
            order  by m.happened_at, m.id limit 1), '') as first_words`;
