import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { About, ChargeCycle, Product, Rate, Terms } from './api.ts';

/** A tariff plan or further service as a base brings it. */
export type ProductLoad = {
  kind: Product['kind'];
  service: Product['service'];
  name: string;
  monthlyFeeMinor: number;
  currency: string;
  speedKbps?: number | null;
  /** `monthly`, nothing included and nothing measured where nothing is said. */
  chargeCycle?: ChargeCycle;
  connectionFeeMinor?: number;
  includedBytes?: number;
  includedSeconds?: number;
  rates?: readonly Rate[];
  /** First day of this version, `YYYY-MM-DD`. */
  validFrom: string;
} & Partial<About> &
  Partial<
    Pick<
      Terms,
      | 'guaranteedSpeedKbps'
      | 'tvChannels'
      | 'technologies'
      | 'leastMonths'
      | 'leavingFeeMinor'
      | 'costMinor'
      | 'instalments'
    >
  >;

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
  await sql`
    insert into products (kind, service, name, import_id, created_at, serves, purpose,
                          purpose_words, purpose_goal, eligibility)
    select distinct on (p.name) p.kind, p.service, p.name, ${importId}::bigint, ${ctx.clock.now()},
           coalesce(p.serves, '{}'), p.purpose, coalesce(p."purposeWords", ''), p."purposeGoal",
           coalesce(p.eligibility, '[]')
    from   jsonb_to_recordset(${json}::jsonb) as p(kind text, service text, name text,
             serves text[], purpose text, "purposeWords" text, "purposeGoal" bigint,
             eligibility jsonb)
    order  by p.name on conflict (name) do nothing`.execute(ctx.db);
  await loadVersions(ctx, json);
  return newestVersions(
    ctx,
    products.map((product) => product.name),
  );
}

/** The first version of those that have none, with what is measured for it. */
async function loadVersions(ctx: Ctx, json: string): Promise<void> {
  await sql`
    with given as (
      select distinct on (t.id) t.id as product_id, p.*
      from   jsonb_to_recordset(${json}::jsonb) as p(name text, "monthlyFeeMinor" bigint,
               currency text, "speedKbps" integer, "validFrom" date, "chargeCycle" text,
               "connectionFeeMinor" bigint, "includedBytes" bigint, "includedSeconds" bigint,
               "guaranteedSpeedKbps" integer, "tvChannels" integer, technologies text[],
               "leastMonths" smallint, "leavingFeeMinor" bigint, "costMinor" bigint,
               instalments smallint, rates jsonb)
      join   products t on t.name = p.name
      order  by t.id),
    made as (
      insert into product_versions (product_id, version, monthly_fee_minor, currency, speed_kbps,
                                    valid_from, charge_cycle, connection_fee_minor,
                                    included_bytes, included_seconds, guaranteed_speed_kbps,
                                    tv_channels, technologies, least_months, leaving_fee_minor,
                                    cost_minor, instalments)
      select product_id, 1, "monthlyFeeMinor", currency, "speedKbps", "validFrom",
             coalesce("chargeCycle", 'monthly'), coalesce("connectionFeeMinor", 0),
             coalesce("includedBytes", 0), coalesce("includedSeconds", 0), "guaranteedSpeedKbps",
             "tvChannels", coalesce(technologies, '{}'), coalesce("leastMonths", 0),
             coalesce("leavingFeeMinor", 0), "costMinor", coalesce(instalments, 0)
      from   given order by product_id
      on     conflict (product_id, version) do nothing
      returning id, product_id)
    insert into usage_rates (product_version_id, position, meter, block_size, price_minor,
                             from_minute, to_minute, days)
    select m.id, r.place - 1, r.rate ->> 'meter', (r.rate ->> 'blockSize')::bigint,
           (r.rate ->> 'priceMinor')::bigint, (r.rate ->> 'fromMinute')::smallint,
           (r.rate ->> 'toMinute')::smallint, r.rate ->> 'days'
    from   made m
    join   given g on g.product_id = m.product_id
    cross  join lateral jsonb_array_elements(coalesce(g.rates, '[]'))
                          with ordinality as r(rate, place)`.execute(ctx.db);
}

async function newestVersions(ctx: Ctx, names: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; id: number }>`
    select distinct on (t.id) t.name, v.id
    from   products t join product_versions v on v.product_id = t.id
    where  t.name = any(${names})
    order  by t.id, v.version desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.name, row.id]));
}
