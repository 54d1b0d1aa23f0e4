import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { choicesOf, type OpenField, type OpenFields } from './open-fields.ts';
import { joinsOf } from './source.ts';

/** More groups than these are walked through by the order of their values instead of one by one. */
export const groupLimit = 200;

/**
 * The values of a field by which rows stand in groups, in order, where they can be told without
 * looking at every row: its choices, or the first of what its index holds.
 * @param from the value to begin with; all where it is null
 * @returns undefined where they cannot
 */
export async function groupValues(
  ctx: Ctx,
  open: OpenFields,
  field: OpenField,
  from: string | null,
): Promise<string[] | undefined> {
  const choices = field.type === 'boolean' ? booleans : await choicesOf(ctx, field);
  if (choices) return choices.map(({ value }) => value).toSorted();
  return field.index ? valuesInIndex(ctx, open, field, from) : undefined;
}

const booleans = [{ value: 'true' }, { value: 'false' }];

/** Steps from each value to the next greater one: one look into the index per value. */
async function valuesInIndex(
  ctx: Ctx,
  open: OpenFields,
  field: OpenField,
  from: string | null,
): Promise<string[]> {
  const { table, alias, only } = open.entity;
  const value = sql.raw(field.value);
  const type = sql.raw(field.sqlType);
  const joined = sql`${sql.raw(`${table} ${alias}`)} ${joinsOf(open, [field])}`;
  const rows = sql`${joined} where ${sql.raw(only ?? 'true')}`;
  const start = from === null ? sql`${value} is not null` : sql`${value} >= ${from}::${type}`;
  const found = await sql<{ value: string }>`
    with recursive step as (
      (select ${value} as value from ${rows} and ${start} order by ${value} limit 1)
      union all
      select (select ${value} from ${rows} and ${value} > step.value order by ${value} limit 1)
      from step where step.value is not null
    )
    select value::text as value from step where value is not null limit ${groupLimit}`.execute(
    ctx.db,
  );
  return found.rows.map((row) => row.value);
}
