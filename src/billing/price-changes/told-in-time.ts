import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { noticeDays } from './refuse-late.ts';

/** The day on which whoever is told today of a change `c` is moved. */
export async function movesOn(ctx: Ctx): Promise<RawBuilder<string>> {
  const known = daysAfter(today(ctx), await noticeDays(ctx));
  return sql`greatest(c.from_on, ${known}::date)`;
}
