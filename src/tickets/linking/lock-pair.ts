import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockTicket, lockTickets } from '../record/lock-tickets.ts';
import type { Stored } from '../record/values.ts';

/**
 * Two tickets of which something is said, both within reach, locked in the order of their ids so
 * that two writers of the same ones wait for each other.
 */
export async function lockPair(
  ctx: Ctx,
  id: number,
  otherId: number,
): Promise<Result<[Stored, Stored]>> {
  if (id === otherId) return fail('tickets.same_ticket');
  await lockTickets(ctx, [id, otherId]);
  const one = await lockTicket(ctx, id);
  if (!one.ok) return one;
  const other = await lockTicket(ctx, otherId);
  return other.ok ? ok([one.value, other.value]) : other;
}
