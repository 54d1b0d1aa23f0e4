import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { GuidedSale } from '../api/guided.ts';
import { priceTogether } from '../quotes/price-lines.ts';
import { soldNow } from '../quotes/sold-now.ts';
import { type AgreedProduct, agreedProducts, lineMinor } from './agreed-products.ts';
import type { Guided } from './lock-guided.ts';
import type { TariffChoice } from './tariff-choice.ts';

type Agreed = NonNullable<z.input<typeof GuidedSale>['agreed']>;
type Lines = Agreed['lines'];
type Kept = Omit<AgreedProduct, 'productId'>;

/**
 * What is agreed on, the tariff first, and what it comes to, the line's own cost in it. Before it
 * is agreed, as a quote made now would offer it, and what is sold no more as it was told; once it
 * is, as the deal has it, whatever the catalogue says later.
 */
export async function agreedLines(ctx: Ctx, row: Guided, tariff: TariffChoice): Promise<Agreed> {
  const lines =
    row.state === 'agreed' ? await settled(ctx, row, tariff) : await offered(ctx, row, tariff);
  const sum = (of: 'monthlyMinor' | 'onceMinor'): number =>
    lines.reduce((total, line) => total + line[of], 0);
  return {
    lines,
    monthlyMinor: sum('monthlyMinor'),
    onceMinor: sum('onceMinor') + lineMinor(row, tariff),
  };
}

async function offered(ctx: Ctx, row: Guided, tariff: TariffChoice): Promise<Lines> {
  const products = await agreedProducts(ctx, row, tariff);
  const ids = products.map(({ versionId }) => versionId);
  const now = await soldNow(ctx, ids);
  const sold = ids.map((id) => now.get(id) ?? id);
  const priced = (await priceTogether(ctx, sold, { ...row, id: row.dealId })).lines;
  const told = await linesOf(ctx, products);
  return products.flatMap(({ versionId }) => {
    const isOf = (id: number) => (line: Lines[number]) => line.productVersionId === id;
    return priced.find(isOf(now.get(versionId) ?? versionId)) ?? told.find(isOf(versionId)) ?? [];
  });
}

async function settled(ctx: Ctx, row: Guided, tariff: TariffChoice): Promise<Lines> {
  // deal_products_pkey
  const { rows } = await sql<Kept>`
    select product_version_id as version_id, monthly_minor, once_minor
    from   deal_products where deal_id = ${row.dealId}
    order  by product_version_id = ${tariff.versionId} desc, monthly_minor desc,
              product_version_id`.execute(ctx.db);
  // A sale that was brought from elsewhere has left none with its deal.
  if (rows.length === 0) return linesOf(ctx, await agreedProducts(ctx, row, tariff));
  const lineOnly = lineMinor(row, tariff);
  return linesOf(
    ctx,
    rows.map((one) =>
      one.versionId === tariff.versionId ? { ...one, onceMinor: one.onceMinor - lineOnly } : one,
    ),
  );
}

/** Lines of versions as they stand, for sums that are settled. */
async function linesOf(ctx: Ctx, products: readonly Kept[]): Promise<Lines> {
  // product_versions_pkey, products_pkey
  const { rows } = await sql<Lines[number]>`
    select v.id as product_version_id, p.name, v.speed_kbps,
           k."monthlyMinor" as monthly_minor, k."onceMinor" as once_minor,
           v.least_months, v.leaving_fee_minor, v.instalments, null as bundle
    from   rows from (jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
             as ("versionId" bigint, "monthlyMinor" bigint, "onceMinor" bigint))
             with ordinality as k ("versionId", "monthlyMinor", "onceMinor", place)
    join   product_versions v on v.id = k."versionId"
    join   products p on p.id = v.product_id
    order  by k.place`.execute(ctx.db);
  return rows;
}
