import type { Insertable } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { DB } from '../../kernel/db/connect.ts';
import { sampleOf } from './sample-of.ts';

type List = Omit<
  Insertable<DB['careLists']>,
  'currency' | 'baseShare' | 'neededTreated' | 'neededHeld'
> & { holdPercent: number; leastPoints: number };

/**
 * Writes a list of care, with how many of `whom` it takes to see a difference.
 * @returns its id; undefined where another has its name
 */
export function insertList(
  ctx: Ctx,
  list: List,
  whom: Parameters<typeof sampleOf>[0],
): Promise<{ id: number } | undefined> {
  const { baseShare, neededTreated, neededHeld } = sampleOf(whom, list);
  const { currency } = ctx.operator;
  return ctx.db
    .insertInto('careLists')
    .values({ ...list, baseShare, neededTreated, neededHeld, currency })
    .onConflict((on) => on.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
}
