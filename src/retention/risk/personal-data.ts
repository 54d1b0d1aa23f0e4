import { sql } from 'kysely';
import type { Eraser, Passing, PersonalDataSource } from '../../subscribers/index.ts';
import { scoreAlone } from './score-alone.ts';

/** What is reckoned of a person, for the person: it is about them, though they never said it. */
export const personalData: PersonalDataSource = {
  section: 'risk',
  load: async (ctx, ids) => {
    const { rows } = await sql<Record<string, unknown>>`
      select round(r.chance_90 * 100, 1)::float8 as chance_percent, r.scored_at
      from   risk_scores r where r.id = any(${ids}::bigint[])`.execute(ctx.db);
    return rows;
  },
};

export const eraser: Eraser = {
  erase: async (ctx, ids) => {
    await scoreAlone(ctx);
    await sql`delete from risk_scores where id = any(${ids}::bigint[])`.execute(ctx.db);
  },
};

/** A score goes with those whose import is undone. */
export const passing: Passing = { tables: ['risk_scores'], remove: eraser.erase };
