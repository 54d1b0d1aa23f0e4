import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { Wanted } from '../api/terms.ts';
import { findClient } from '../reach.ts';
import { checkTerms } from './check-terms.ts';
import type { Weighed } from './weigh-terms.ts';

/** What terms would come to; nothing is kept. */
export async function tryTerms(
  ctx: Ctx,
  { id, ...terms }: z.output<typeof Wanted>,
): Promise<Result<Weighed>> {
  const found = await findClient(ctx, id);
  return found.ok ? checkTerms(ctx, found.value, terms) : found;
}
