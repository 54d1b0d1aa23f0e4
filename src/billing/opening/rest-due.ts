import type { Ctx } from '../../kernel/context.ts';
import { instalmentsLeft } from '../charging/instalments.ts';
import { closingDues } from '../slots.ts';

/**
 * What falls due at once when accounts are closed today, besides what leaving early costs: the rest
 * of what is paid in parts, ours and of whoever else is owed any.
 * @returns account → minor units, of those of which anything does
 */
export async function restDue(
  ctx: Ctx,
  accountIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rest = new Map(await instalmentsLeft(ctx, accountIds));
  for (const { piece } of closingDues.fills) {
    for (const [id, minor] of await piece.leftOf(ctx, accountIds)) {
      rest.set(id, (rest.get(id) ?? 0) + minor);
    }
  }
  return rest;
}
