import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { indexSubscriber } from '../../subscribers/index.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';
import { type GivenLine, insertLine, readLine } from './lines.ts';

/** Adds a line to an account that is open. */
export async function addLine(
  ctx: Ctx,
  { id: accountId, ...given }: GivenLine & { id: number },
): Promise<Result<{ id: number }>> {
  const locked = await lockAccount(ctx, accountId, 'billing.serve');
  if (!locked.ok) return locked;
  if (locked.value.state === 'closed') return fail('billing.account_closed');
  const read = await readLine(ctx, given);
  if (!read.ok) return read;
  const id = await insertLine(ctx, accountId, read.value);
  await tellOfAccount(ctx, 'billing.line_added', locked.value, { lineId: id, kind: given.kind });
  await indexSubscriber(ctx, [locked.value.subscriberId]);
  return ok({ id });
}
