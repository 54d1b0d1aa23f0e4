import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { PitchFigures } from '../api/economics.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { beginning, monthIn, thisMonth } from '../months.ts';

type Row = z.input<typeof PitchFigures>;

/** Of contacts in which a further service was prepared: in how many it was said, and wanted. */
export async function readPitches(ctx: Ctx, months: number): Promise<Row[]> {
  const since = beginning(ctx, monthOf(thisMonth(ctx), 1 - months));
  // pitch_answers_answered (answered_at)
  const { rows } = await sql<Row>`
    select ${monthIn(ctx, 'a.answeredAt')} as month, count(*) as contacts,
           count(*) filter (where a.answer <> 'not_said') as made,
           count(*) filter (where a.answer = 'interested') as taken
    from   pitch_answers a
    where  a.answered_at >= ${since}
    group  by 1
    order  by 1 desc`.execute(ctx.db);
  return rows;
}
