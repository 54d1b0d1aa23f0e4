import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';

/** What we offered to a person, and what was answered. The words of the offer are our own. */
export const personalData: PersonalDataSource = {
  section: 'pitches',
  choices: { answer: (value) => `answers.${value}` },
  load: async (ctx, ids) => {
    // pitch_answers_subscriber (subscriber_id, …)
    const { rows } = await sql<Record<string, unknown>>`
      select r.name as product, x.answer, x.answered_at
      from   pitch_answers x
      join   pitches p on p.id = x.pitch_id
      join   products r on r.id = p.product_id
      where  x.subscriber_id = any(${ids}::bigint[])
      order  by x.answered_at, x.id`.execute(ctx.db);
    return rows;
  },
};
