import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Step } from './steps.ts';
import { isNameTaken, lockScript, writeScript } from './write-script.ts';

type Input = { id: number; version: number; name: string; steps: Step[] };

/** Keeps what was written of a script, with flaws or without; nobody walks through it yet. */
export async function saveDraft(
  ctx: Ctx,
  { id, version, name, steps }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockScript(ctx, id, version);
  if (!locked.ok) return locked;
  if (await isNameTaken(ctx, name, id)) {
    return fail('sales.script_taken', {}, { name: 'sales.script_taken' });
  }
  return writeScript(ctx, locked.value, { name, draft: steps }, 'drafted');
}
