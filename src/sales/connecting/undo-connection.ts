import type { z } from 'zod';
import { holdAccounts, takeBackAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { connectingApi } from '../api/connecting.ts';
import { dropCare } from '../care/drop-care.ts';
import { reopenDeal } from '../deals/reopen-deal.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import { askBack } from './equipment-out.ts';
import { giveBack, hasMoney, isCorrected } from './give-back.ts';
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
  await askBack(ctx, locked.value);
  await emit(ctx, {
    type: 'sales.connection_undone',
    subject: { kind: 'deal', id },
    subscriberId: locked.value.subscriberId,
    facts: { number: id, accountId, balanceMinor: closed.value.balanceMinor },
    personal: { reason },
  });
  return ok({ ...reopened.value, balanceMinor: closed.value.balanceMinor });
}
