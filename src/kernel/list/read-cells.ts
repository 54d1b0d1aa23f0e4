import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { isUnderVeil } from '../veil.ts';
import type { OpenField, OpenFields } from './open-fields.ts';
import { joinsOf } from './source.ts';

export type Cells = Record<string, unknown>;

/** Reads the columns of the rows given, in their order. Rows that are gone since are left out. */
export async function readCells(
  ctx: Ctx,
  open: OpenFields,
  columns: readonly OpenField[],
  ids: readonly number[],
): Promise<{ id: number; cells: Cells }[]> {
  if (ids.length === 0) return [];
  const { table, alias, veil } = open.entity;
  const isHidden = veil ? isUnderVeil(open.veiled, sql.raw(veil.subscriberId)) : sql`false`;
  const id = sql.raw(`${alias}.id`);
  const { rows } = await sql<{ id: number; isHidden: boolean } & Record<string, unknown>>`
    select ${sql.join([sql`${id} as id, ${isHidden} as is_hidden`, ...columns.flatMap(selected)])}
    from ${sql.raw(`${table} ${alias}`)} ${joinsOf(open, columns)}
    where ${id} = any(${[...ids]}::bigint[])`.execute(ctx.db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((one) => {
    const row = byId.get(one);
    if (!row) return [];
    const cells = columns.map((field, at) => [
      field.key,
      row.isHidden && veil?.isPersonal(field) ? null : cellOf(ctx, field, row, at),
    ]);
    return [{ id: one, cells: Object.fromEntries(cells) as Cells }];
  });
}

function selected(field: OpenField, at: number): RawBuilder<unknown>[] {
  const value = sql.raw(`${field.shown ?? field.value} as c${at}`);
  return field.currency ? [value, sql.raw(`${field.currency} as m${at}`)] : [value];
}

/** A value as JSON carries it: sums with their currency, instants in ISO form. */
function cellOf(ctx: Ctx, field: OpenField, row: Record<string, unknown>, at: number): unknown {
  const value = row[`c${at}`] ?? null;
  if (value === null) return null;
  if (field.show) return field.show(value, ctx.language);
  switch (field.type) {
    case 'money':
      return { amountMinor: value, currency: row[`m${at}`] ?? ctx.operator.currency };
    case 'number':
      return Number(value);
    case 'boolean':
      return value === true || value === 'true';
    case 'choice':
      return typeof value === 'number' ? String(value) : value;
    case 'instant':
      return value instanceof Date ? value.toISOString() : value;
    default:
      return value;
  }
}

/** The value of a group as its column would show it. */
export function groupOf(field: OpenField, text: string | null): unknown {
  if (text === null) return null;
  if (field.type === 'boolean') return text === 'true';
  return field.type === 'number' || field.type === 'id' ? Number(text) : text;
}
