import { sql } from 'kysely';
import { conversationsOf } from '../conversations/index.ts';
import type { Ctx } from '../kernel/context.ts';
import type { ClusterIds, Eraser } from '../subscribers/index.ts';

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
    await forgetCalibrations(ctx, ids);
    await forgetExamples(ctx, ids);
  },
};

async function forgetCalibrations(ctx: Ctx, ids: ClusterIds): Promise<void> {
  // quality_calibration_contacts_conversation (conversation_id)
  const theirs = sql`select id from quality_calibration_contacts
    where conversation_id in (select t.id from ${conversationsOf(ids)} t)`;
  await sql`update quality_calibration_answers set words = ''
            where contact_id in (${theirs})`.execute(ctx.db);
  await sql`update quality_calibration_targets set words = ''
            where contact_id in (${theirs})`.execute(ctx.db);
}

/** An example of a lesson stays as a place; what was written of it may quote who is forgotten. */
async function forgetExamples(ctx: Ctx, ids: ClusterIds): Promise<void> {
  // An operator has some dozens of lessons.
  await sql`
    update quality_lesson_versions v
    set    examples = (
             select jsonb_agg(case when o.is_theirs then jsonb_set(o.one, '{words}', ${`"${GONE}"`}::jsonb)
                                   else o.one end order by o.nth)
             from   (select e.one, e.nth, (e.one ->> 'conversationId')::bigint in
                            (select t.id from ${conversationsOf(ids)} t) as is_theirs
                     from   jsonb_array_elements(v.examples) with ordinality e (one, nth)) o)
    where  exists (select from jsonb_array_elements(v.examples) e (one)
                   where  (e.one ->> 'conversationId')::bigint in
                          (select t.id from ${conversationsOf(ids)} t))`.execute(ctx.db);
}
