import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Answer } from '../scripts/steps.ts';
import { lockGuided } from './lock-guided.ts';
import { recommendNow } from './recommend-now.ts';
import { offerFurther } from './offer-further.ts';
import { isAnswer, nextOf, stepOf } from './walk.ts';
import { writeGuided } from './write-guided.ts';

type Input = Answer & { id: number; version: number };
type Changed = { id: number; version: number };

/** Answers the step where the sale stands, and goes on to where that leads. */
export async function answerStep(
  ctx: Ctx,
  { id, version, ...answer }: Input,
): Promise<Result<Changed>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const step = stepOf(row.steps, row.path.at(-1));
  const isQuestion = step.kind === 'question';
  const isEmpty = answer.options.length === 0 && answer.number === null;
  if (isQuestion ? !isAnswer(step, answer) : !isEmpty) return fail('sales.guided_no_answer');
  const nextKey = nextOf(step, answer);
  if (nextKey === null) return fail('sales.guided_at_end');
  const answers = isQuestion ? { ...row.answers, [step.key]: answer } : row.answers;
  const path = [...row.path, nextKey];
  const next = stepOf(row.steps, nextKey);
  const forgotten =
    next.kind === 'recommendation' ? await recommendNow(ctx, { ...row, answers, path }) : {};
  if (next.kind === 'further') await offerFurther(ctx, { ...row, answers, path });
  const changes = { ...forgotten, path, answers: JSON.stringify(answers) };
  return ok(await writeGuided(ctx, row, changes));
}
