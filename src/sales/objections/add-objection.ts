import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { insertObjection } from './insert-objection.ts';
import { type GivenAnswer, writeAnswers } from './write-answers.ts';

type Input = { name: string; words: string; answers: readonly GivenAnswer[] };

/** Adds an objection to the library with what is answered to it. */
export async function addObjection(
  ctx: Ctx,
  { name, words, answers }: Input,
): Promise<Result<{ id: number }>> {
  const made = await insertObjection(ctx, { name, words });
  if (!made) return fail('sales.objection_taken', {}, { name: 'sales.objection_taken' });
  await writeAnswers(ctx, made.id, answers);
  const subject = { kind: 'objection', id: made.id };
  await emit(ctx, { type: 'sales.objection_added', subject, facts: { name } });
  return ok(made);
}
