import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { bundlesApi } from '../api/bundles.ts';
import { loadSettings } from '../change-settings.ts';
import { floorMinor } from '../margin.ts';
import { newestInForce } from '../newest-in-force.ts';
import { type BundlePart, shareBundle } from './share-bundle.ts';

const WHOLE_PERCENT = 10_000;

type Input = z.output<(typeof bundlesApi)['POST /api/bundles']['input']>;

/** Sells products together for less; below the margin of any part only who may do that. */
export async function addBundle(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const { productIds, ...bundle } = input;
  const refused = await refuseBundle(ctx, input);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('bundles')
    .values({ ...bundle, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('catalog.name_taken', {}, { name: 'catalog.name_taken' });
  const parts = [...new Set(productIds)].map((productId) => ({ bundleId: made.id, productId }));
  await ctx.db.insertInto('bundleProducts').values(parts).execute();
  await emit(ctx, {
    type: 'catalog.bundle_added',
    subject: { kind: 'bundle', id: made.id },
    facts: input,
  });
  return ok(made);
}

/** Its parts cost something every month, and together less than each for itself. */
async function refuseBundle(ctx: Ctx, { productIds, ...bundle }: Input): Promise<Fail | null> {
  const { leastMarginPercent } = await loadSettings(ctx);
  // products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<{ feeMinor: number; costMinor: number | null }>`
    select v.monthly_fee_minor as fee_minor, v.cost_minor
    from   products p join ${newestInForce(today(ctx))} v on true
    where  p.id = any(${[...new Set(productIds)]}::bigint[]) and p.archived_at is null
    and    v.currency = ${ctx.operator.currency}`.execute(ctx.db);
  const code = 'catalog.wrong_bundle';
  const isWhole = rows.length === productIds.length && rows.length > 1;
  if (!isWhole) return fail(code, {}, { productIds: code });
  if (bundle.kind === 'percent' && bundle.value >= WHOLE_PERCENT) {
    return fail(code, {}, { value: code });
  }
  const parts = (isFloored: boolean): BundlePart[] =>
    rows.map(({ feeMinor, costMinor }) => ({
      feeMinor,
      leastMinor: isFloored ? floorMinor(costMinor, leastMarginPercent) : 0,
    }));
  if (!shareBundle(bundle, parts(false))) {
    return fail('catalog.saves_nothing', {}, { value: 'catalog.saves_nothing' });
  }
  if (shareBundle(bundle, parts(true)) || reachOf(ctx.actor, 'catalog.below_floor')) return null;
  return fail('catalog.below_floor', {}, { value: 'catalog.below_floor' });
}

/** Sells a bundle no longer, or again; whoever has it keeps it. */
export async function archiveBundle(
  ctx: Ctx,
  { id, isArchived }: { id: number; isArchived: boolean },
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('bundles')
    .set({ archivedAt: isArchived ? ctx.clock.now() : null })
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!changed) return fail('catalog.no_such_bundle');
  await emit(ctx, {
    type: 'catalog.bundle_archived',
    subject: { kind: 'bundle', id },
    facts: { bundle: changed.name, isArchived },
  });
  return ok({});
}
