import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';
import { type Stored, valueFields } from './values.ts';

const columns = ['id', 'version', 'openedAt', ...valueFields].map((field) => sql.ref(`d.${field}`));

/**
 * A deal's row, locked for a write by somebody who reaches it.
 * @param version what the writer has seen; a change since then is a failure, never overwritten
 */
export async function lockDeal(ctx: Ctx, id: number, version: number): Promise<Result<Stored>> {
  const held = await holdDeal(ctx, id);
  return held.ok && held.value.version !== version ? fail('sales.changed_meanwhile') : held;
}

/**
 * The same for what is done beside the deal's own fields, whatever they are by now. Always first:
 * the quote comes after its deal, the hours of a visit after both.
 */
export async function holdDeal(ctx: Ctx, id: number): Promise<Result<Stored>> {
  // deals_pkey
  const row = await read(ctx, sql`d.id = ${id} and ${reaches(ctx, 'sales.work')}`, true);
  return row ? ok(row) : fail('sales.deal_not_found');
}

/** A deal that its asker reaches, to look at. */
export async function findDeal(ctx: Ctx, id: number): Promise<Result<Stored>> {
  // deals_pkey
  const row = await read(ctx, sql`d.id = ${id} and ${reaches(ctx, 'sales.work')}`, false);
  return row ? ok(row) : fail('sales.deal_not_found');
}

/** The deal of a quote, locked for whoever has the quote's link. */
export function holdAnyDeal(ctx: Ctx, { token }: { token: string }): Promise<Stored | null> {
  // quotes_token_key (token), deals_pkey
  return read(ctx, sql`d.id = (select q.deal_id from quotes q where q.token = ${token})`, true);
}

async function read(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  isLocked: boolean,
): Promise<Stored | null> {
  const { rows } = await sql<Omit<Stored, 'nextAt'> & { nextAt: Date | null }>`
    select ${sql.join(columns)} from deals d
    where  ${which} ${isLocked ? sql`for update of d` : sql``}`.execute(ctx.db);
  const [row] = rows;
  return row ? { ...row, nextAt: row.nextAt?.toISOString() ?? null } : null;
}
