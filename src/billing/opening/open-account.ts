import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { becomeActive, indexSubscriber, refuseVeiled, today } from '../../subscribers/index.ts';
import type { openingApi } from '../api/opening.ts';
import { reachesAccount } from '../reach.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { insertLine, readLine } from './lines.ts';
import { nextNumber } from './next-number.ts';

type Input = z.output<(typeof openingApi)['POST /api/accounts']['input']>;

/**
 * Opens an account in the operator's currency. Whoever only thought of becoming a subscriber is one
 * from this day on.
 */
export async function openAccount(
  ctx: Ctx,
  input: Input,
): Promise<Result<{ id: number; number: string }>> {
  const holder = await lockHolder(ctx, input.subscriberId);
  if (!holder.ok) return holder;
  const { id: subscriberId, ids } = holder.value;
  const { serviceAddressId = null, paymentMode, contractOn = today(ctx) } = input;
  if (serviceAddressId !== null && !(await hasAddress(ctx, ids, serviceAddressId))) {
    return fail('billing.no_such_address', {}, { serviceAddressId: 'billing.no_such_address' });
  }
  const lines = [];
  for (const line of input.lines) {
    const read = await readLine(ctx, line);
    if (!read.ok) return read;
    lines.push(read.value);
  }
  const number = input.number ?? (await nextNumber(ctx));
  const opened = await ctx.db
    .insertInto('accounts')
    .values({
      subscriberId,
      number,
      contractNumber: input.contractNumber ?? number,
      contractOn,
      currency: ctx.operator.currency,
      serviceAddressId,
      paymentMode,
      createdAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!opened) return fail('billing.number_taken', {}, { number: 'billing.number_taken' });
  for (const line of lines) await insertLine(ctx, opened.id, line);
  await tellOfAccount(ctx, 'billing.account_opened', { id: opened.id, number, subscriberId });
  await becomeActive(ctx, subscriberId);
  await indexSubscriber(ctx, [subscriberId]);
  return ok({ id: opened.id, number });
}

type Holder = { id: number; ids: number[]; erasedAt: Date | null };

/** The root of whom it is opened for, locked, where the permission reaches it. */
async function lockHolder(ctx: Ctx, id: number): Promise<Result<Holder>> {
  // subscribers_pkey, subscribers_root (root_id)
  const { rows } = await sql<Holder>`
    select r.id, r.erased_at, array(select m.id from subscribers m where m.root_id = r.id) as ids
    from   subscribers r
    where  r.id = (select s.root_id from subscribers s where s.id = ${id})
    and    ${reachesAccount(ctx, 'billing.serve')}
    for    no key update of r`.execute(ctx.db);
  const [found] = rows;
  if (!found) return fail('subscribers.not_found');
  if (found.erasedAt) return fail('subscribers.erased');
  return (await refuseVeiled(ctx, found.ids)) ?? ok(found);
}

async function hasAddress(ctx: Ctx, ids: readonly number[], id: number): Promise<boolean> {
  // service_addresses_pkey
  const { rows } = await sql`
    select from service_addresses
    where  id = ${id} and subscriber_id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return rows.length > 0;
}
