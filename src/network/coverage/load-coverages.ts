import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { CoverageBody, Technology, TermsBody } from '../api/shapes.ts';

/** One technology at one building, its node and terms by name; missing nodes are made. */
export type CoverageLoad = Omit<CoverageBody, 'nodeId' | 'connectionTermsId'> & {
  buildingId: number;
  technology: Technology;
  node: string | null;
  terms: string | null;
};

const CHUNK = 5000;

/** Writes terms of connection; those of a name that is there stay as they are. */
export async function loadTerms(ctx: Ctx, terms: readonly TermsBody[]): Promise<void> {
  const { currency } = ctx.operator;
  const rows = terms.map((one) => ({ ...one, currency, createdAt: ctx.clock.now() }));
  if (rows.length === 0) return;
  await ctx.db
    .insertInto('connectionTerms')
    .values(rows)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** Writes coverage, set by set; of a technology that a building has, the newer is true. */
export async function loadCoverages(ctx: Ctx, coverages: readonly CoverageLoad[]): Promise<void> {
  const now = ctx.clock.now();
  // Two of one set for the same line would stop the write: the later is true.
  const byLine = new Map(coverages.map((one) => [`${one.buildingId} ${one.technology}`, one]));
  const each = [...byLine.values()];
  for (let at = 0; at < each.length; at += CHUNK) {
    const rows = JSON.stringify(each.slice(at, at + CHUNK));
    await sql`
      insert into nodes (name, created_at)
      select distinct r.node, ${now}::timestamptz
      from   jsonb_to_recordset(${rows}::jsonb) as r(node text) where r.node is not null
      on conflict (name) do nothing`.execute(ctx.db);
    // nodes_name_key, connection_terms_name_key, coverages_building_id_technology_key
    await sql`
      insert into coverages (building_id, technology, node_id, connection_terms_id, speed_kbps,
                             ports_total, ports_free, planned_on, updated_at, counted_at)
      select r."buildingId", r.technology, n.id, t.id, r."speedKbps", r."portsTotal",
             r."portsFree", r."plannedOn", ${now},
             case when r."portsFree" is not null then ${now}::timestamptz end
      from   jsonb_to_recordset(${rows}::jsonb)
               as r("buildingId" bigint, technology text, node text, terms text,
                    "speedKbps" integer, "portsTotal" integer, "portsFree" integer,
                    "plannedOn" date)
      left   join nodes n on n.name = r.node
      left   join connection_terms t on t.name = r.terms
      order  by r."buildingId", r.technology
      on conflict (building_id, technology) do update set
        node_id = excluded.node_id, connection_terms_id = excluded.connection_terms_id,
        speed_kbps = excluded.speed_kbps, ports_total = excluded.ports_total,
        ports_free = excluded.ports_free, planned_on = excluded.planned_on,
        counted_at = excluded.counted_at, updated_at = excluded.updated_at,
        version = coverages.version + 1`.execute(ctx.db);
  }
}
