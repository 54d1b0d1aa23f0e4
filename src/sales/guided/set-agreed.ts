import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { agreedProducts, lineMinor } from './agreed-products.ts';
import type { Guided } from './lock-guided.ts';
import type { TariffChoice } from './tariff-choice.ts';

type Money = { monthlyMinor: number; onceMinor: number };

/** Puts what was agreed on in place of what the deal had. @returns what it comes to */
export async function setAgreed(ctx: Ctx, row: Guided, taken: TariffChoice): Promise<Money> {
  const [tariff, ...others] = await agreedProducts(ctx, row, taken);
  if (!tariff) throw new Error('a tariff is always among them');
  const onceMinor = tariff.onceMinor + lineMinor(row, taken);
  const products = [{ ...tariff, onceMinor }, ...others];
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
