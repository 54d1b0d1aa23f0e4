import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { findVersion } from './find-version.ts';
import { isExperimentOn } from '../experiments/is-experiment-on.ts';
import { lockScript, writeScript } from './write-script.ts';

type Input = { id: number; version: number; number: number };

/** Lets sales begin with a version that was published before; the draft stays as it is. */
export async function returnToVersion(
  ctx: Ctx,
  { id, version, number }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  if (await isExperimentOn(ctx, id)) return fail('sales.experiment_on');
  const found = await findVersion(ctx, id, number);
  if (!found) return fail('sales.no_such_script');
  return writeScript(ctx, locked.value, { currentId: found.id }, 'returned', { number });
}
