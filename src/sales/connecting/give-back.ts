import { sql } from 'kysely';
import { chargeFor } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { backWords } from './part-words.ts';

/** Whether anything that the subscriber paid is still on the account. */
export async function hasMoney(ctx: Ctx, accountId: number): Promise<boolean> {
  // payments_account (account_id, id desc)
  const { rows } = await sql`
    select from payments
    where  account_id = ${accountId} and amount_minor > returned_minor limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Whether a correction has given back of a part, or is about to: the whole part is none then. */
export async function isCorrected(
  ctx: Ctx,
  { id, accountId }: { id: number; accountId: number },
): Promise<boolean> {
  // corrections_account (account_id, id desc), charges_posting_id_key, connection_parts_pkey
  const { rows } = await sql`
    select from corrections c
    join   charges ch on ch.posting_id = c.line_id and ch.kind = 'one_off'
    where  c.account_id = ${accountId} and c.state in ('proposed', 'posted')
    and    exists (select from connection_parts p
                   where  p.connection_id = ${id} and p.charged_at is not null
                   and    p.words = ch.words and p.amount_minor = ch.amount_minor)
    group  by ch.id
    having bool_or(c.state = 'proposed') or sum(c.amount_minor) <> 0 limit 1`.execute(ctx.db);
  return rows.length > 0;
}

type Part = { amountMinor: number; words: string; chargedAt: Date | null };

/** Drops what is not charged yet, and gives back what was. */
export async function giveBack(
  ctx: Ctx,
  { id, accountId }: { id: number; accountId: number },
): Promise<Result<object>> {
  // connection_parts_pkey: whoever charges one holds the account, which is waited for before
  const { rows } = await sql<Part>`
    select amount_minor, words, charged_at from connection_parts
    where  connection_id = ${id} order by number for update`.execute(ctx.db);
  await sql`
    update connection_parts set dropped_at = ${ctx.clock.now()}
    where  connection_id = ${id} and charged_at is null and dropped_at is null`.execute(ctx.db);
  const { language } = ctx.operator;
  for (const { amountMinor, words } of rows.filter(({ chargedAt }) => chargedAt !== null)) {
    const credit = { amountMinor: -amountMinor, words: backWords(language, words) };
    const charged = await chargeFor(ctx, { id: accountId, ...credit });
    if (!charged.ok) return charged;
  }
  return ok({});
}
