import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { addedBy } from './added-by.ts';
import type { Guided } from './lock-guided.ts';
import { besideOf, type TariffChoice } from './tariff-choice.ts';

type Product = {
  productId: number;
  versionId: number;
  monthlyMinor: number;
  onceMinor: number;
};

type Money = { monthlyMinor: number; onceMinor: number };

/** Puts what was agreed on in place of what the deal had. @returns what it comes to */
export async function setAgreed(ctx: Ctx, row: Guided, taken: TariffChoice): Promise<Money> {
  const onceMinor = row.connectionMinor ?? taken.connectionFeeMinor;
  const withTariff: Product[] = [taken, ...besideOf(taken)].map((one) => ({
    productId: one.productId,
    versionId: one.versionId,
    monthlyMinor: one.monthlyFeeMinor,
    onceMinor: one === taken ? onceMinor : 0,
  }));
  const products = [...withTariff, ...(await furtherTaken(ctx, row.id, taken))];
  await sql`delete from deal_products where deal_id = ${row.dealId}`.execute(ctx.db);
  await sql`
    insert into deal_products (deal_id, product_version_id, monthly_minor, once_minor)
    select ${row.dealId}, p."versionId", p."monthlyMinor", p."onceMinor"
    from   jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p
             ("versionId" bigint, "monthlyMinor" bigint, "onceMinor" bigint)
    on conflict do nothing`.execute(ctx.db);
  const sum = (of: keyof Money): number =>
    products.reduce((total, product) => total + product[of], 0);
  return { monthlyMinor: sum('monthlyMinor'), onceMinor: sum('onceMinor') };
}

/** Further services that somebody wants, with what they add; but for what comes with the tariff. */
async function furtherTaken(ctx: Ctx, id: number, taken: TariffChoice): Promise<Product[]> {
  const had = [taken, ...besideOf(taken)].map(({ productId }) => productId);
  // guided_furthers_pkey, product_versions_pkey
  const { rows } = await sql<Product>`
    select v.product_id, v.id as version_id, v.monthly_fee_minor as monthly_minor,
           v.connection_fee_minor as once_minor
    from   guided_furthers f join product_versions v on v.id = f.product_version_id
    where  f.guided_sale_id = ${id} and f.answer = 'interested'
    and    f.product_id <> all(${had}::bigint[])
    order  by f.product_id`.execute(ctx.db);
  if (rows.length === 0) return rows;
  const wishes = rows.map(({ versionId }) => ({ versionId, isWanted: true }));
  const added = await addedBy(ctx, taken, wishes);
  return rows.map((one) => ({
    ...one,
    monthlyMinor: added.get(one.versionId) ?? one.monthlyMinor,
  }));
}
