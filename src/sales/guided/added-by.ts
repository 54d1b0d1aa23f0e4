import { sql } from 'kysely';
import { applyBundles, findBundles, floorMinor, loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { besideOf, type TariffChoice } from './tariff-choice.ts';

type Part = { versionId: number; productId: number; feeMinor: number; costMinor: number | null };
type Wish = { versionId: number; isWanted: boolean };

/**
 * What further services add to the month, less than their fee where they make a bundle whole: those
 * that are wanted one after another, by product, and each of the others to all of these.
 * @returns version → minor units a month
 */
export async function addedBy(
  ctx: Ctx,
  taken: TariffChoice,
  wishes: readonly Wish[],
): Promise<Map<number, number>> {
  const beside = [taken, ...besideOf(taken)].map(({ versionId }) => versionId);
  // product_versions_pkey
  const { rows } = await sql<Part>`
    select id as version_id, product_id, monthly_fee_minor as fee_minor, cost_minor
    from   product_versions
    where  id = any(${[...beside, ...wishes.map(({ versionId }) => versionId)]}::bigint[])
    order  by product_id`.execute(ctx.db);
  const bundles = await findBundles(
    ctx,
    rows.map(({ productId }) => productId),
  );
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const totalOf = (versionIds: ReadonlySet<number>): number => {
    const parts = rows
      .filter(({ versionId }) => versionIds.has(versionId))
      .map((part) => ({ ...part, leastMinor: floorMinor(part.costMinor, leastMarginPercent) }));
    const off = applyBundles(bundles, parts);
    return parts.reduce(
      (sum, { productId, feeMinor }) => sum + feeMinor - (off.get(productId)?.offMinor ?? 0),
      0,
    );
  };
  const has = (versionId: number): boolean => beside.includes(versionId);
  const isWanted = (id: number) => wishes.some((one) => one.isWanted && one.versionId === id);
  const had = new Set(beside);
  const added = new Map<number, number>();
  const add = (versionId: number): number =>
    Math.max(0, totalOf(new Set([...had, versionId])) - totalOf(had));
  const ids = rows.map(({ versionId }) => versionId).filter((id) => !has(id));
  for (const id of ids.filter(isWanted)) {
    added.set(id, add(id));
    had.add(id);
  }
  for (const id of ids.filter((one) => !isWanted(one))) added.set(id, add(id));
  return added;
}
