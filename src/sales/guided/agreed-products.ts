import { sql } from 'kysely';
import { newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { addedBy } from './added-by.ts';
import type { Guided } from './lock-guided.ts';
import { besideOf, type TariffChoice } from './tariff-choice.ts';

export type AgreedProduct = {
  productId: number;
  versionId: number;
  monthlyMinor: number;
  onceMinor: number;
};

/**
 * What is agreed on, each product once: a tariff and what comes with it as they were told, then
 * what is wanted besides, in the version that is sold now, with what it adds. `onceMinor` is the
 * products' own.
 */
export async function agreedProducts(
  ctx: Ctx,
  { id }: Pick<Guided, 'id'>,
  tariff: TariffChoice,
): Promise<AgreedProduct[]> {
  const told = [tariff, ...besideOf(tariff)].map((one) => ({
    productId: one.productId,
    versionId: one.versionId,
    monthlyMinor: one.monthlyFeeMinor,
    onceMinor: one === tariff ? tariff.connectionFeeMinor : 0,
  }));
  const had = told.map(({ productId }) => productId);
  // guided_furthers_pkey, product_versions_pkey, product_versions_product_id_version_key
  const { rows } = await sql<AgreedProduct>`
    select v.product_id, v.id as version_id, v.monthly_fee_minor as monthly_minor,
           v.connection_fee_minor as once_minor
    from   guided_furthers f
    join   products p on p.id = f.product_id
    left   join ${newestInForce(today(ctx))} now on p.archived_at is null
    join   product_versions v on v.id = coalesce(now.id, f.product_version_id)
    where  f.guided_sale_id = ${id} and f.answer = 'interested'
    and    f.product_id <> all(${had}::bigint[])
    order  by f.product_id`.execute(ctx.db);
  if (rows.length === 0) return told;
  const wishes = rows.map(({ versionId }) => ({ versionId, isWanted: true }));
  const added = await addedBy(ctx, tariff, wishes);
  return [
    ...told,
    ...rows.map((one) => ({ ...one, monthlyMinor: added.get(one.versionId) ?? one.monthlyMinor })),
  ];
}

/** What the line itself costs at once, besides the tariff's own fee. Minor units. */
export const lineMinor = (
  { connectionMinor }: Pick<Guided, 'connectionMinor'>,
  { connectionFeeMinor }: TariffChoice,
): number => Math.max(0, (connectionMinor ?? 0) - connectionFeeMinor);
