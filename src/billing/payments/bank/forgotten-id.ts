import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';

const MARK = 'forgotten ';

/**
 * What stays of a document's number, which names its payer's bank account or tax number, when the
 * payer is forgotten: an HMAC by the operator's key. Nobody reads it, yet the same document is
 * known by it when a statement brings it again.
 */
export function forgottenId(ctx: Ctx): (externalId: string) => string {
  const digest = ctx.secrets.digest('documents of forgotten payers');
  return (externalId) => `${MARK}${digest(externalId).toString('base64url')}`;
}

/**
 * Makes the numbers of documents of statements unreadable, by a condition on their rows.
 * @param at the rows of that table, which is called `d`; the index is the caller's
 */
export async function forgetIds(
  ctx: Ctx,
  table: 'payments' | 'payment_doubts',
  at: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<{ id: number; externalId: string }>`
    select d.id, d.external_id from ${sql.table(table)} d
    where  d.statement_id is not null and not starts_with(d.external_id, ${MARK})
    and    ${at}`.execute(ctx.db);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const forgotten = rows.map(({ externalId }) => externalId).map(forgottenId(ctx));
  // The primary key of either.
  await sql`
    update ${sql.table(table)} d set external_id = f.external_id
    from   unnest(${ids}::bigint[], ${forgotten}::text[]) as f (id, external_id)
    where  d.id = f.id`.execute(ctx.db);
}
