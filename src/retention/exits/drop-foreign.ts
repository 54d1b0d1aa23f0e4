import type { Ctx } from '../../kernel/context.ts';
import type { StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { dropAccounts } from './drop-accounts.ts';

/**
 * Nobody's account is left by another's application: who was two people for a while may have taken
 * one along.
 * @returns the case as it stands then
 */
export async function dropForeign(ctx: Ctx, row: StoredCase): Promise<StoredCase> {
  const dropped = await dropAccounts(ctx, row.id, 'foreign');
  if (dropped.length === 0) return row;
  const accounts = dropped.map(({ number }) => number);
  const told = { type: 'retention.cases_parted', facts: { accounts } } as const;
  return { ...row, version: await writeCase(ctx, row, {}, told) };
}
