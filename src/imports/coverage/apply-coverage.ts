import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import { bringCoverages, type CoverageChange, loadTerms } from '../../network/index.ts';
import { loadBuildings } from '../../subscribers/index.ts';
import type { ChunkDone } from '../apply/apply-chunk.ts';
import { recordChanges } from '../apply/changes.ts';
import type { ApplyPlan } from '../apply/plan.ts';
import { takeRows } from '../apply/take-rows.ts';
import type { CoverageRow } from './coverage-row.ts';
import { pricedTerms } from './priced-terms.ts';

/** Writes what the next rows say can be had, and keeps what stood there before. */
export async function applyCoverage(
  ctx: BulkCtx,
  { imported }: ApplyPlan,
  limit: number,
): Promise<ChunkDone> {
  const rows = await takeRows<CoverageRow>(ctx, imported, limit);
  const last = rows.at(-1)?.rowNumber ?? null;
  await loadTerms(
    ctx,
    rows.flatMap(({ record }) => pricedTerms(ctx, record) ?? []),
  );
  const places = rows.map(({ record }) => record.place);
  const buildingIds = await loadBuildings(ctx, places, imported.id);
  const brought = rows.flatMap(({ record }, at) => {
    const { place: _place, priceMinor: _price, contacts: _none, ...line } = record;
    const buildingId = buildingIds[at];
    const terms = pricedTerms(ctx, record)?.name ?? line.terms;
    return buildingId ? [{ ...line, ...(terms !== undefined && { terms }), buildingId }] : [];
  });
  const changes = await bringCoverages(ctx, brought);
  await keepFormer(ctx, imported.id, changes);
  const made = changes.filter(({ before }) => before === null);
  return {
    last,
    created: made.map(({ id }) => id),
    updated: changes.length - made.length,
    unchanged: rows.length - changes.length,
    refused: 0,
  };
}

/** Notes what stood there; of a line that an earlier chunk has written, what stood before that. */
async function keepFormer(
  ctx: BulkCtx,
  importId: number,
  changes: readonly CoverageChange[],
): Promise<void> {
  const json = JSON.stringify(changes.map(({ id, version }) => ({ id, version })));
  // import_changes_entity
  const { rows } = await sql<{ id: number }>`
    update import_changes c set after = jsonb_build_object('version', g.version)
    from   jsonb_to_recordset(${json}::jsonb) as g(id bigint, version integer)
    where  c.import_id = ${importId} and c.entity = 'coverage' and c.entity_id = g.id
    returning c.entity_id as id`.execute(ctx.db);
  const noted = new Set(rows.map(({ id }) => id));
  await recordChanges(
    ctx,
    importId,
    changes
      .filter(({ id }) => !noted.has(id))
      .map(({ id, before, version }) => ({
        entity: 'coverage' as const,
        id,
        before,
        after: { version },
      })),
  );
}
