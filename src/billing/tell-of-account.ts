import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import type { Account } from './find-account.ts';

/** Writes down what was done with an account, named by its number; it stands on the timeline. */
export async function tellOfAccount(
  ctx: Ctx,
  type: string,
  account: Pick<Account, 'id' | 'number' | 'subscriberId'>,
  facts: object = {},
): Promise<void> {
  await emit(ctx, {
    type,
    subject: { kind: 'account', id: account.id },
    subscriberId: account.subscriberId,
    facts: { account: account.number, ...facts },
  });
}
