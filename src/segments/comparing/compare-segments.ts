import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { abandonableRead } from '../../kernel/db/abandonable-read.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { comparingApi } from '../api/comparing.ts';
import { findRow } from '../segment-rows.ts';
import { compareFigures } from './compare-figures.ts';

type Compared = z.input<(typeof comparingApi)['GET /api/segments/compare']['output']>;
export type Looked = { id: number; isFirst: boolean; isSecond: boolean };

const LIMIT_MS = 20_000;
/** So many of each side are looked at: the margin says what that leaves open. */
const SAMPLE = 5_000;

/** Compares two segments, or one with all who are with us. */
export async function compareSegments(
  ctx: Ctx,
  { first, second }: { first: number; second?: number | undefined },
): Promise<Result<Compared>> {
  for (const id of second === undefined ? [first] : [first, second]) {
    if (!(await findRow(ctx, id))) return fail('segments.not_found');
  }
  const sides = [membersOf(first), second === undefined ? everybody : membersOf(second)] as const;
  const compared = await abandonableRead(ctx, LIMIT_MS, async (timed) => ({
    sizes: await readSizes(timed, ...sides),
    figures: await compareFigures(timed, await look(timed, ...sides)),
  }));
  return compared ? ok(compared) : fail('segments.compare_too_long');
}

/** Roots of those in a segment. segment_members_now */
const membersOf = (id: number): RawBuilder<unknown> => sql`
  select distinct r.root_id as id
  from   segment_members k join subscribers r on r.id = k.subscriber_id
  where  k.segment_id = ${id} and k.until_at is null`;

const everybody = sql`
  select s.id from subscribers s
  where  s.merged_into_id is null and s.erased_at is null
  and    s.status in ('active', 'suspended')`;

async function readSizes(ctx: Ctx, one: RawBuilder<unknown>, other: RawBuilder<unknown>) {
  const { rows } = await sql<Compared['sizes']>`
    with a as materialized (${one}), b as materialized (${other})
    select (select count(*) from a) as first, (select count(*) from b) as second,
           (select count(*) from a join b using (id)) as both`.execute(ctx.db);
  return rows[0] ?? { first: 0, second: 0, both: 0 };
}

/** Some of each side, as a hash of their ids has it: the same ones each time. */
async function look(
  ctx: Ctx,
  one: RawBuilder<unknown>,
  other: RawBuilder<unknown>,
): Promise<Looked[]> {
  const some = (side: RawBuilder<unknown>) => sql`
    (select x.id from (${side}) x order by hashint8(x.id) limit ${SAMPLE})`;
  const { rows } = await sql<Looked>`
    select id, bool_or(is_first) as is_first, not bool_and(is_first) as is_second
    from  (select id, true as is_first from ${some(one)} f
           union all
           select id, false from ${some(other)} s) both_sides
    group by id`.execute(ctx.db);
  return rows;
}
