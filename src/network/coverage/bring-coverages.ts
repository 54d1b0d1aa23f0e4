import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type CoverageLoad, loadCoverages } from './load-coverages.ts';

type Line = Pick<CoverageLoad, 'buildingId' | 'technology'>;

/** What a file says of a line; what it does not say stays as it is. */
export type CoverageBrought = Line & {
  node?: string;
  terms?: string;
  speedKbps?: number;
  portsTotal?: number;
  portsFree?: number;
};

export type FormerCoverage = Omit<CoverageLoad, keyof Line> & {
  countedAt: string | null;
  version: number;
};

/** A line that was written: what stood there before, null where nothing did. */
export type CoverageChange = { id: number; before: FormerCoverage | null; version: number };

type Known = Line & { id: number; version: number; former: FormerCoverage };

const blank = {
  node: null,
  terms: null,
  speedKbps: null,
  portsTotal: null,
  portsFree: null,
  plannedOn: null,
};

const keyOf = ({ buildingId, technology }: Line): string => `${buildingId} ${technology}`;

/** Writes what files say of lines; of one that comes twice the later is true. */
export async function bringCoverages(
  ctx: Ctx,
  brought: readonly CoverageBrought[],
): Promise<CoverageChange[]> {
  const before = new Map((await readLines(ctx, brought)).map((one) => [keyOf(one), one]));
  const loads = new Map<string, CoverageLoad>();
  for (const { buildingId, technology, node, terms, speedKbps, portsTotal, portsFree } of brought) {
    const line = { buildingId, technology };
    const said = { node, terms, speedKbps, portsTotal, portsFree };
    const stands = loads.get(keyOf(line)) ?? before.get(keyOf(line))?.former ?? blank;
    loads.set(keyOf(line), { ...merged(stands, said), ...line });
  }
  const changed = [...loads.values()].filter((load) => {
    const former = before.get(keyOf(load))?.former;
    return !former || fields.some((field) => former[field] !== load[field]);
  });
  await loadCoverages(ctx, changed);
  const after = await readLines(ctx, changed);
  return after.map((one) => ({
    id: one.id,
    version: one.version,
    before: before.get(keyOf(one))?.former ?? null,
  }));
}

const fields = ['node', 'terms', 'speedKbps', 'portsTotal', 'portsFree'] as const;
type Said = { [Field in (typeof fields)[number]]: CoverageLoad[Field] | undefined };

function merged(
  stands: Omit<CoverageLoad, keyof Line>,
  said: Said,
): Omit<CoverageLoad, keyof Line> {
  return {
    node: said.node ?? stands.node,
    terms: said.terms ?? stands.terms,
    speedKbps: said.speedKbps ?? stands.speedKbps,
    portsTotal: said.portsTotal ?? stands.portsTotal,
    portsFree: said.portsFree ?? stands.portsFree,
    plannedOn: stands.plannedOn,
  };
}

/** The lines that are there of those asked for, locked until the transaction ends. */
async function readLines(ctx: Ctx, lines: readonly Line[]): Promise<Known[]> {
  const asked = JSON.stringify(
    lines.map(({ buildingId, technology }) => ({ buildingId, technology })),
  );
  // coverages_building_id_technology_key, nodes_pkey, connection_terms_pkey
  const { rows } = await sql<Known>`
    select c.id, c.building_id, c.technology, c.version,
           jsonb_build_object('node', n.name, 'terms', t.name, 'speedKbps', c.speed_kbps,
             'portsTotal', c.ports_total, 'portsFree', c.ports_free, 'plannedOn', c.planned_on,
             'countedAt', c.counted_at, 'version', c.version) as former
    from   coverages c
    left   join nodes n on n.id = c.node_id
    left   join connection_terms t on t.id = c.connection_terms_id
    where  (c.building_id, c.technology) in (
             select r."buildingId", r.technology
             from   jsonb_to_recordset(${asked}::jsonb) as r("buildingId" bigint, technology text))
    order  by c.id for update of c`.execute(ctx.db);
  return rows;
}

/** Which of these lines are there, in the order asked for. */
export async function knownCoverages(ctx: Ctx, lines: readonly Line[]): Promise<boolean[]> {
  const known = new Set((await readLines(ctx, lines)).map(keyOf));
  return lines.map((line) => known.has(keyOf(line)));
}

/** Names among these that no terms of connection have. */
export async function unknownTerms(
  ctx: Ctx,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  // connection_terms_name_key
  const { rows } = await sql<{ name: string }>`
    select n.name from unnest(${[...names]}::text[]) n(name)
    where  not exists (select from connection_terms t where t.name = n.name)`.execute(ctx.db);
  return new Set(rows.map(({ name }) => name));
}

type Back = { id: number; before: FormerCoverage | null; version: number };

/**
 * Puts lines back as they stood, with the version that they had, if nobody has changed them since.
 * @returns those put back
 */
export async function takeBackCoverages(ctx: Ctx, changes: readonly Back[]): Promise<number[]> {
  const json = JSON.stringify(changes);
  // coverages_pkey, nodes_name_key, connection_terms_name_key
  const { rows } = await sql<{ id: number }>`
    with given as (
      select g.id, g.version, g.before from jsonb_to_recordset(${json}::jsonb)
               as g(id bigint, version integer, before jsonb)),
    gone as (
      delete from coverages c using given g
      where  c.id = g.id and c.version = g.version and g.before is null returning c.id),
    back as (
      update coverages c
      set    node_id = n.id, connection_terms_id = t.id,
             speed_kbps = (g.before ->> 'speedKbps')::integer,
             ports_total = (g.before ->> 'portsTotal')::integer,
             ports_free = (g.before ->> 'portsFree')::integer,
             planned_on = (g.before ->> 'plannedOn')::date,
             counted_at = (g.before ->> 'countedAt')::timestamptz,
             version = (g.before ->> 'version')::integer, updated_at = ${ctx.clock.now()}
      from   given g
      left   join nodes n on n.name = g.before ->> 'node'
      left   join connection_terms t on t.name = g.before ->> 'terms'
      where  c.id = g.id and c.version = g.version and g.before is not null returning c.id)
    select id from gone union all select id from back`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
