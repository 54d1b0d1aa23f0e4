import { sql } from 'kysely';
import type { z } from 'zod';
import { chargeFor, holdAccounts, takeBackAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { connectingApi } from '../api/connecting.ts';
import { dropCare } from '../care/drop-care.ts';
import { reopenDeal } from '../deals/reopen-deal.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import { backWords } from './part-words.ts';
import { findConnection } from './refuse-connected.ts';

type Api = (typeof connectingApi)['POST /api/deals/{id}/connect/undo'];

/**
 * Takes a connection back while nobody has paid for it: what was charged for connecting comes back,
 * the account is closed as if it had not been opened, and the deal is open again. Once money of the
 * subscriber stands on the account, or a part was corrected, a person takes that back first.
 */
export async function undoConnection(
  ctx: Ctx,
  { id, version, reason }: z.output<Api['input']>,
): Promise<Result<z.output<Api['output']>>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  const connection = await findConnection(ctx, id);
  if (!connection) return fail('sales.not_connected');
  const { accountId } = connection;
  await holdAccounts(ctx, [accountId]);
  const back = await giveBack(ctx, connection);
  if (!back.ok) return back;
  const closed = await takeBackAccount(ctx, { id: accountId, words: reason });
  if (!closed.ok) return closed;
  // Paid while the account was being locked: seen now, and nothing of this stands.
  if (await hasMoney(ctx, accountId)) return fail('sales.money_came');
  if (await isCorrected(ctx, connection)) return fail('sales.part_corrected');
  const undone = { undoneAt: ctx.clock.now(), undoneBy: staffIdOf(ctx.actor), undoReason: reason };
  await ctx.db.updateTable('dealConnections').set(undone).where('id', '=', connection.id).execute();
  await dropCare(ctx, connection.id);
  const reopened = await reopenDeal(ctx, { id, version, reason });
  if (!reopened.ok) return reopened;
  await emit(ctx, {
    type: 'sales.connection_undone',
    subject: { kind: 'deal', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, accountId, balanceMinor: closed.value.balanceMinor },
    personal: { reason },
  });
  return ok({ ...reopened.value, balanceMinor: closed.value.balanceMinor });
}

/** Whether anything that the subscriber paid is still on the account. */
async function hasMoney(ctx: Ctx, accountId: number): Promise<boolean> {
  // payments_account (account_id, id desc)
  const { rows } = await sql`
    select from payments
    where  account_id = ${accountId} and amount_minor > returned_minor limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Whether a correction has given back of a part, or is about to: the whole part is none then. */
async function isCorrected(
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
async function giveBack(
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
