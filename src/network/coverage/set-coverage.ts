import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { CoverageBody, Technology } from '../api/shapes.ts';
import { findBuilding } from './find-building.ts';
import { knownParts } from './known-parts.ts';

type Input = CoverageBody & { id: number; technology: Technology; version: number | null };

/** Says what is had by one technology at a building. */
export async function setCoverage(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const { id, technology, version, ...body } = input;
  const found = await findBuilding(ctx, id);
  if (!found.ok) return found;
  const parts = await knownParts(ctx, body);
  if (!parts.ok) return parts;
  const now = ctx.clock.now();
  const noted = { ...body, updatedAt: now, updatedBy: staffIdOf(ctx.actor) };
  // coverages_building_id_technology_key
  const written =
    version === null
      ? await ctx.db
          .insertInto('coverages')
          .values({
            buildingId: id,
            technology,
            ...noted,
            countedAt: body.portsFree === null ? null : now,
          })
          .onConflict((conflict) => conflict.columns(['buildingId', 'technology']).doNothing())
          .returning('id')
          .executeTakeFirst()
      : await ctx.db
          .updateTable('coverages')
          .set({ ...noted, version: version + 1 })
          // The same figure, written again with something else, was not counted again.
          .set({
            countedAt: sql`case when ports_free is not distinct from ${body.portsFree}
                                then counted_at else ${now}::timestamptz end`,
          })
          .where('buildingId', '=', id)
          .where('technology', '=', technology)
          .where('version', '=', version)
          .returning('id')
          .executeTakeFirst();
  if (!written) return fail('network.changed_meanwhile');
  await emit(ctx, {
    type: 'network.coverage_changed',
    subject: { kind: 'building', id },
    facts: { technology, ...body },
  });
  return ok({});
}

/** Takes a technology from a building. */
export async function removeCoverage(
  ctx: Ctx,
  { id, technology }: Pick<Input, 'id' | 'technology'>,
): Promise<Result<Done>> {
  // coverages_building_id_technology_key
  const { rows } = await sql`
    delete from coverages where building_id = ${id} and technology = ${technology}
    returning id`.execute(ctx.db);
  if (rows.length === 0) return fail('network.no_such_coverage');
  await emit(ctx, {
    type: 'network.coverage_removed',
    subject: { kind: 'building', id },
    facts: { technology },
  });
  return ok({});
}
