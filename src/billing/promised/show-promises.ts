import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Promises } from '../api/promises.ts';
import { findAccount } from '../find-account.ts';
import { findOffer } from './find-offer.ts';

const MOST_SHOWN = 20;

/** What payment an account may promise now, and what became of those it promised. */
export async function showPromises(ctx: Ctx, { id }: { id: number }): Promise<Result<Promises>> {
  const found = await findAccount(ctx, id, 'billing.promise');
  if (!found.ok) return found;
  const [{ offer, why }, promises] = await Promise.all([findOffer(ctx, id), readPromises(ctx, id)]);
  return ok({ currency: found.value.currency, offer, why, promises });
}

async function readPromises(ctx: Ctx, accountId: number): Promise<Promises['promises']> {
  const { timeZone } = ctx.operator;
  // promises_account (account_id, id desc)
  const { rows } = await sql<Promises['promises'][number]>`
    select p.id, p.state, p.amount_minor, p.paid_minor, p.price_minor, p.taken_at,
           ((p.due_at at time zone ${timeZone})::date - 1)::date as due_on, p.ended_at,
           s.name as taken_by
    from   promises p left join staff s on s.id = p.taken_by
    where  p.account_id = ${accountId} order by p.id desc limit ${MOST_SHOWN}`.execute(ctx.db);
  return rows;
}
