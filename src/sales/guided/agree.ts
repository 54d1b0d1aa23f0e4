import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Currency } from '../../kernel/money/index.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { addNeed } from '../../subscribers/index.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import { writeDeal } from '../deals/write-deal.ts';
import type { Guided } from './lock-guided.ts';
import { sayNeeds } from './say-needs.ts';
import type { TariffChoice } from './tariff-choice.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf } from './walk.ts';

type Product = { productId: number; versionId: number; monthlyMinor: number; onceMinor: number };

/** Gives the deal what was agreed on: products, what they cost, the needs in words. */
export async function agree(
  ctx: Ctx,
  row: Guided,
  taken: TariffChoice,
): Promise<Result<Record<string, never>>> {
  const locked = await lockDeal(ctx, row.dealId, row.dealVersion);
  if (!locked.ok) return locked;
  const deal = locked.value;
  if (deal.state !== 'open') return fail('sales.deal_closed');
  const onceMinor = row.connectionMinor ?? taken.connectionFeeMinor;
  const withTariff: Product[] = [taken, ...(taken.tv ? [taken.tv] : [])].map((one) => ({
    productId: one.productId,
    versionId: one.versionId,
    monthlyMinor: one.monthlyFeeMinor,
    onceMinor: one === taken ? onceMinor : 0,
  }));
  const products = [...withTariff, ...(await furtherTaken(ctx, row.id, withTariff))];
  await setProducts(ctx, row.dealId, products);
  const sum = (of: 'monthlyMinor' | 'onceMinor'): number =>
    products.reduce((total, product) => total + product[of], 0);
  const needs = needsOf(row.steps, row.path, row.answers, unitMinor(row.currency));
  const said = sayNeeds(ctx.operator.language, needs, row.currency as Currency);
  const wanted = deal.wanted.includes(said)
    ? deal.wanted
    : [deal.wanted, said].filter((words) => words !== '').join('\n');
  const money = { monthlyMinor: sum('monthlyMinor'), onceMinor: sum('onceMinor') };
  await writeDeal(ctx, deal, { ...deal, ...money, wanted });
  if (deal.subscriberId !== null) {
    // Whoever may not write on the card leaves the needs with the deal.
    await addNeed(ctx, { id: deal.subscriberId, kind: 'need', text: said, source: '' });
  }
  return ok({});
}

/** Further services that somebody wants, with their fees; but for what comes with the tariff. */
async function furtherTaken(
  ctx: Ctx,
  id: number,
  withTariff: readonly Product[],
): Promise<Product[]> {
  const had = withTariff.map(({ productId }) => productId);
  // guided_furthers_pkey, product_versions_pkey
  const { rows } = await sql<Product>`
    select v.product_id, v.id as version_id, v.monthly_fee_minor as monthly_minor,
           v.connection_fee_minor as once_minor
    from   guided_furthers f join product_versions v on v.id = f.product_version_id
    where  f.guided_sale_id = ${id} and f.answer = 'interested'
    and    f.product_id <> all(${had}::bigint[])
    order  by f.product_id`.execute(ctx.db);
  return rows;
}

/** Puts these products in place of those that the deal had. */
async function setProducts(ctx: Ctx, dealId: number, products: readonly Product[]): Promise<void> {
  await sql`delete from deal_products where deal_id = ${dealId}`.execute(ctx.db);
  await sql`
    insert into deal_products (deal_id, product_version_id, monthly_minor, once_minor)
    select ${dealId}, p."versionId", p."monthlyMinor", p."onceMinor"
    from   jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p
             ("versionId" bigint, "monthlyMinor" bigint, "onceMinor" bigint)
    on conflict do nothing`.execute(ctx.db);
}
