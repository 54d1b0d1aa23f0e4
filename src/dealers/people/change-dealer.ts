import { sql } from 'kysely';
import type { z } from 'zod';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { dealersApi } from '../api/dealers.ts';
import { balanceOf, findDealer } from './find-dealer.ts';

type New = z.output<(typeof dealersApi)['POST /api/dealers']['input']>;
type Changed = z.output<(typeof dealersApi)['PUT /api/dealers/{id}']['input']>;

/** Writes a dealer down with its contract, in the operator's currency. */
export async function createDealer(ctx: Ctx, input: New): Promise<Result<{ id: number }>> {
  if (reachOf(ctx.actor, 'dealers.manage') !== 'all') return fail('kernel.not_permitted');
  const made = await ctx.db
    .insertInto('dealers')
    .values({ ...input, currency: ctx.operator.currency, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return taken;
  await emit(ctx, {
    type: 'dealers.dealer_created',
    subject: { kind: 'dealer', id: made.id },
    facts: { name: input.name, creditLimitMinor: input.creditLimitMinor },
  });
  return ok(made);
}

/** Changes a contract; a dealer is put away once it owes nothing and holds no cards. */
export async function changeDealer(ctx: Ctx, input: Changed): Promise<Result<Done>> {
  const { id, version, isArchived, ...contract } = input;
  const found = await findDealer(ctx, id, 'dealers.manage', { isLocked: true });
  if (!found.ok) return found;
  if (found.value.version !== version) return fail('dealers.changed_meanwhile');
  if (isArchived && !(await isSettled(ctx, id))) return fail('dealers.not_settled');
  // dealers_name_key
  const { rows } = await sql`
    select from dealers where name = ${contract.name} and id <> ${id}`.execute(ctx.db);
  if (rows.length > 0) return taken;
  const archivedAt = isArchived ? ctx.clock.now() : null;
  await ctx.db
    .updateTable('dealers')
    .set({ ...contract, archivedAt, version: version + 1 })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'dealers.dealer_changed',
    subject: { kind: 'dealer', id },
    facts: { name: contract.name, creditLimitMinor: contract.creditLimitMinor, isArchived },
  });
  return ok({});
}

async function isSettled(ctx: Ctx, id: number): Promise<boolean> {
  // dealer_hands_pkey (dealer_id, batch_id)
  const { rows } = await sql`
    select from dealer_hands where dealer_id = ${id} and cards > 0 limit 1`.execute(ctx.db);
  return rows.length === 0 && (await balanceOf(ctx, id)) === 0;
}

const taken = fail('dealers.name_taken', {}, { name: 'dealers.name_taken' });
