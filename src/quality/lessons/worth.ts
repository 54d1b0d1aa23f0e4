import { type RawBuilder, sql } from 'kysely';

/** What an answer of `quality_answers a` is worth, 0 to 1; only where the item applied. */
export const worth: RawBuilder<number> = sql`
  (case a.answer when 'yes' then 1.0 when 'no' then 0.0
                 when 'na' then null else a.answer::numeric / 4 end)::double precision`;

/** What was done before this many days tells nothing of how somebody works now. */
export const LATELY_DAYS = 90;
