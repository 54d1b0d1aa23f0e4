import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { timedRead } from '../db/timed-read.ts';
import type { ListGroup } from './api.ts';
import { exactLimit, sampleCounts } from './count-rows.ts';
import type { Walk } from './cursor.ts';
import { groupLimit, groupValues } from './group-values.ts';
import { choicesOf, type OpenField, type OpenFields, orderValue } from './open-fields.ts';
import { groupOf } from './read-cells.ts';
import type { Source } from './source.ts';

/** Counting waits behind the page itself, so it gives up sooner. */
const countLimitMs = 150;

type Counted = { value: string | null; count: number; isEstimate: boolean };

/**
 * The groups of a list with how many rows each has, in the order in which the list walks through
 * them; those without a value last. Counts are exact up to 10,000, and where time does not suffice
 * they are estimated from a sample.
 */
export async function readGroups(
  ctx: Ctx,
  open: OpenFields,
  source: Source,
  field: OpenField,
): Promise<{ groups: ListGroup[]; walk: Walk }> {
  const few = await countFew(ctx, source, field);
  const counted = few ?? (await countMany(ctx, open, source, field));
  const labels = new Map(
    (await choicesOf(ctx, field))?.map(({ value, label }) => [value, label] as const),
  );
  const groups = counted.map(({ value, count, isEstimate }) => {
    const label = labels.get(value ?? '');
    return { value: groupOf(field, value), ...(label ? { label } : {}), count, isEstimate };
  });
  return { groups: groups.slice(0, groupLimit), walk: few ? 'few' : 'many' };
}

/** Exact counts of all groups, where few rows match in all. */
async function countFew(
  ctx: Ctx,
  source: Source,
  field: OpenField,
): Promise<Counted[] | undefined> {
  const value = sql.raw(orderValue(field));
  const rows = await timedRead(ctx, countLimitMs, async (timed) => {
    const found = await sql<{ value: string | null; count: number }>`
      select value::text as value, count(*) as count
      from (select ${value} as value from ${source.from} where ${source.where}
            limit ${exactLimit + 1}) counted
      group by counted.value
      order by counted.value nulls last`.execute(timed.db);
    return found.rows;
  });
  const total = rows?.reduce((sum, row) => sum + row.count, 0) ?? Number.POSITIVE_INFINITY;
  return total > exactLimit ? undefined : rows?.map((row) => ({ ...row, isEstimate: false }));
}

/** A group that the sample finds this large is not counted: it would end above the limit anyway. */
const surelyMany = 2 * exactLimit;

async function countMany(
  ctx: Ctx,
  open: OpenFields,
  source: Source,
  field: OpenField,
): Promise<Counted[]> {
  const sampled = (await sampleCounts(ctx, open, source, field.value)) ?? noCounts;
  const values = await timedRead(ctx, countLimitMs, (timed) =>
    groupValues(timed, open, field, null),
  );
  if (!values) return estimated(sampled);
  const all = [...values, null];
  const small = all.filter((value) => (sampled.get(value) ?? 0) < surelyMany);
  const exact = (await countEach(ctx, source, field, small)) ?? noCounts;
  return all
    .map((value) => {
      const count = exact.get(value);
      const isEstimate = count === undefined || count > exactLimit;
      const estimate = Math.round(Math.max(count ?? 0, sampled.get(value) ?? 0));
      return { value, count: isEstimate ? estimate : count, isEstimate };
    })
    .filter(({ count }) => count > 0);
}

const noCounts: ReadonlyMap<string | null, number> = new Map();

/** Each group by itself, up to one above the limit. */
async function countEach(
  ctx: Ctx,
  source: Source,
  field: OpenField,
  values: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, number> | undefined> {
  const value = sql.raw(field.value);
  const type = sql.raw(field.sqlType);
  const counted = (isOfGroup: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    (select count(*) from (select from ${source.from} where ${source.where} and ${isOfGroup}
                           limit ${exactLimit + 1}) counted)`;
  const named = values.filter((one) => one !== null);
  return timedRead(ctx, countLimitMs, async (timed) => {
    // A value that few rows or none have is found by the field's index; to PostgreSQL, which does
    // not know the value yet, the table looks nearer.
    await sql`select set_config('enable_seqscan', 'off', true)`.execute(timed.db);
    const { rows } = await sql<{ value: string | null; count: number }>`
      select given.value, ${counted(sql`${value} = given.value::${type}`)} as count
      from unnest(${named}::text[]) as given (value)
      union all
      select null, ${counted(sql`${value} is null`)} where ${values.includes(null)}`.execute(
      timed.db,
    );
    return new Map(rows.map((row) => [row.value, row.count]));
  });
}

function estimated(sampled: ReadonlyMap<string | null, number>): Counted[] {
  return [...sampled]
    .map(([value, count]) => ({ value, count: Math.round(count), isEstimate: true }))
    .toSorted((a, b) => Number(a.value === null) - Number(b.value === null) || compare(a, b));
}

const compare = (a: Counted, b: Counted): number =>
  (a.value ?? '') < (b.value ?? '') ? -1 : Number(a.value !== b.value);
