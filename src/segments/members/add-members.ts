import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { changeMembers, type Input } from './change-members.ts';

/** Puts subscribers on a kept list. */
export const addMembers = (ctx: Ctx, input: Input): Promise<Result<{ changed: number }>> =>
  changeMembers(ctx, input, 'entered');
