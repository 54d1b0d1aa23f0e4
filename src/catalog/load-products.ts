import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/** A tariff plan or further service as a base brings it. */
export type ProductLoad = {
  kind: 'tariff' | 'addon';
  service: 'internet' | 'tv' | 'phone' | 'mobile' | 'bundle' | 'other';
  name: string;
  monthlyFeeMinor: number;
  currency: string;
  speedKbps?: number | null;
  /** First day of this version, `YYYY-MM-DD`. */
  validFrom: string;
};

/**
 * Finds or makes products by name, each with one version of its own fee.
 * @returns name → id of the newest version
 */
export async function bulkLoad(
  ctx: Ctx,
  products: readonly ProductLoad[],
  importId: number | null = null,
): Promise<Map<string, number>> {
  if (products.length === 0) return new Map();
  const json = JSON.stringify(products);
  await sql`insert into products (kind, service, name, import_id, created_at)
    select distinct on (p.name) p.kind, p.service, p.name, ${importId}::bigint, ${ctx.clock.now()}
    from   jsonb_to_recordset(${json}::jsonb) as p(kind text, service text, name text)
    order  by p.name on conflict (name) do nothing`.execute(ctx.db);
  await sql`insert into product_versions
      (product_id, version, monthly_fee_minor, currency, speed_kbps, valid_from)
    select distinct on (t.id) t.id, 1, p."monthlyFeeMinor", p.currency, p."speedKbps", p."validFrom"
    from   jsonb_to_recordset(${json}::jsonb) as p(name text, "monthlyFeeMinor" bigint,
             currency text, "speedKbps" integer, "validFrom" date)
    join   products t on t.name = p.name
    order  by t.id on conflict (product_id, version) do nothing`.execute(ctx.db);
  return newestVersions(
    ctx,
    products.map((product) => product.name),
  );
}

async function newestVersions(ctx: Ctx, names: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; id: number }>`
    select distinct on (t.id) t.name, v.id
    from   products t join product_versions v on v.product_id = t.id
    where  t.name = any(${names})
    order  by t.id, v.version desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.name, row.id]));
}
