import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findVersion } from './find-version.ts';
import type { Step } from './steps.ts';

/** The steps of a version, to look at. */
export async function openVersion(
  ctx: Ctx,
  { id, number }: { id: number; number: number },
): Promise<Result<{ steps: Step[] }>> {
  const found = await findVersion(ctx, id, number);
  return found ? ok({ steps: found.steps }) : fail('sales.no_such_script');
}
