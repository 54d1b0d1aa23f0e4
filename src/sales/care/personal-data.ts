import { sql } from 'kysely';
import type { PersonalDataSource } from '../../subscribers/index.ts';
import { dealsOf } from '../deals/personal-data.ts';

/** What was said when we called in the first month. */
export const personalData: PersonalDataSource = {
  section: 'careCalls',
  choices: { outcome: (value) => `care.outcomes.${value}` },
  load: async (ctx, ids) => {
    // care_calls_deal (deal_id)
    const { rows } = await sql<Record<string, unknown>>`
      select deal_id as number, done_at, outcome, note
      from   care_calls where deal_id in ${dealsOf(ids)} and done_at is not null
      order  by id`.execute(ctx.db);
    return rows;
  },
};
