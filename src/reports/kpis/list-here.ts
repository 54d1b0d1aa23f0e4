import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { rowsWithin } from '../reach.ts';
import { type Asked, holders, pageOf, type Row, type Rows, shown } from './row-query.ts';

/**
 * Who was here when the month ended, by the number of the account: those whose last move up to then
 * says so. Of one value of a dimension only moves to it are read, however few they are.
 */
export async function listHere(ctx: Ctx, asked: Asked, end: string): Promise<Result<Rows>> {
  const place = placeAfter(asked.cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const [afterId] = place.value ?? [0];
  // account_moves_pkey (account_id, "on"), account_moves_district, account_moves_technology,
  // account_moves_tariff (…, account_id) where is_here
  const { rows } = await sql<Row>`
    select ${shown}, m.after_minor as amount_minor
    from   account_moves m ${holders}
    where  m.account_id > ${afterId} and m.is_here and m."on" <= ${end} and ${isOf(asked)}
    and    m."on" = (select max(x."on") from account_moves x
                     where  x.account_id = m.account_id and x."on" <= ${end})
    and    ${await rowsWithin(ctx)}
    order  by m.account_id limit ${asked.limit + 1}`.execute(ctx.db);
  return pageOf(ctx, rows, asked.limit, (row) => [row.accountId]);
}

function isOf({ dimension, value }: Asked): RawBuilder<unknown> {
  if (dimension === 'district') return sql`m.district = ${value}`;
  if (dimension === 'technology') return sql`m.technology = ${value}`;
  if (dimension !== 'tariff') return sql`true`;
  if (value === '') return sql`m.to_product_id is null`;
  return /^\d{1,15}$/.test(value) ? sql`m.to_product_id = ${Number(value)}` : sql`false`;
}
