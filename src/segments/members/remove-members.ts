import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { changeMembers, type Input } from './change-members.ts';

/** Takes subscribers off a kept list. */
export const removeMembers = (ctx: Ctx, input: Input): Promise<Result<{ changed: number }>> =>
  changeMembers(ctx, input, 'gone');
