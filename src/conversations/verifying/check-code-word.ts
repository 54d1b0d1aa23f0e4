import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isTheirWord } from '../../subscribers/index.ts';
import { keepVerification, lockCaller, triesLeft } from './lock-caller.ts';

export type Checked = { isVerified: boolean; triesLeft: number };

/** Compares what the caller says with the code word that is kept. */
export async function checkCodeWord(
  ctx: Ctx,
  { id, word }: { id: number; word: string },
): Promise<Result<Checked>> {
  const caller = await lockCaller(ctx, id);
  if (!caller.ok) return caller;
  const { ids } = caller.value;
  const left = await triesLeft(ctx, ids);
  if (left === 0) return fail('conversations.too_many_tries');
  const isTheirs = await isTheirWord(ctx, ids, word);
  if (isTheirs === null) return fail('conversations.no_code_word');
  const result = isTheirs ? 'passed' : 'failed';
  await keepVerification(ctx, caller.value, { means: 'code_word', result });
  return ok({ isVerified: isTheirs, triesLeft: isTheirs ? left : left - 1 });
}
