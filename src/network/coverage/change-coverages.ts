import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { matchingRows, type RowTarget } from '../../kernel/list/match-rows.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { CoverageBody } from '../api/shapes.ts';
import { knownParts } from './known-parts.ts';
import { coverages } from './list-coverages.ts';

type Fields = { [Key in keyof CoverageBody]?: CoverageBody[Key] | undefined };

/** Changes what is given, of every coverage meant, in one statement. */
export async function changeCoverages(
  ctx: Ctx,
  { target, fields }: { target: RowTarget; fields: Fields },
): Promise<Result<{ changed: number }>> {
  const parts = await knownParts(ctx, fields);
  if (!parts.ok) return parts;
  const meant = await matchingRows(ctx, coverages, target, 'network.coverage');
  if (!meant.ok) return meant;
  const given = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  const done = await ctx.db
    .updateTable('coverages')
    .set({ ...given, updatedAt: ctx.clock.now(), updatedBy: staffIdOf(ctx.actor) })
    .set({ version: sql`version + 1` })
    .where('id', 'in', sql<number>`(${meant.value})`)
    .executeTakeFirst();
  const changed = Number(done.numUpdatedRows);
  await emit(ctx, {
    type: 'network.coverages_changed',
    subject: { kind: 'list', id: 0 },
    facts: { changed, ...given },
  });
  return ok({ changed });
}
