import type { Ctx } from '../../kernel/context.ts';

export type StoredExit = {
  caseId: number;
  number: number;
  endsOn: string;
  leavingFee: 'charged' | 'waived';
  words: string;
  closedAt: Date | null;
};

/** The exit of a case, if one was accepted. */
export async function findExit(ctx: Ctx, caseId: number): Promise<StoredExit | null> {
  const row = await ctx.db
    .selectFrom('caseExits')
    .select(['caseId', 'number', 'endsOn', 'leavingFee', 'words', 'closedAt'])
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  return (row as StoredExit | undefined) ?? null;
}
