import { sql } from 'kysely';
import { conversationsOf } from '../conversations/index.ts';
import type { Eraser } from '../subscribers/index.ts';

/** In place of words that are gone where there must be some. */
const GONE = '—';

/** Scores of our own work stay; words about a contact may quote who is forgotten, and go. */
export const wordsEraser: Eraser = {
  erase: async (ctx, ids) => {
    // quality_draws_conversation_id_key, quality_reviews_draw_id_key
    const { rows } = await sql<{ id: number }>`
      select r.id from quality_reviews r join quality_draws d on d.id = r.draw_id
      where  d.conversation_id in (select t.id from ${conversationsOf(ids)} t)`.execute(ctx.db);
    const reviews = sql`any(${rows.map(({ id }) => id)}::bigint[])`;
    await sql`update quality_draws set skip_words = ''
              where conversation_id in (select t.id from ${conversationsOf(ids)} t)`.execute(
      ctx.db,
    );
    await sql`update quality_reviews set words = '' where id = ${reviews}`.execute(ctx.db);
    await sql`update quality_notes set words = ${GONE} where review_id = ${reviews}`.execute(
      ctx.db,
    );
    await sql`
      update quality_answers
      set    reason = case when reason = '' then '' else ${GONE} end
      where  review_id = ${reviews}`.execute(ctx.db);
    await sql`
      update quality_disputes
      set    words = ${GONE},
             decision_words = case when decision_words = '' then '' else ${GONE} end
      where  review_id = ${reviews}`.execute(ctx.db);
  },
};
