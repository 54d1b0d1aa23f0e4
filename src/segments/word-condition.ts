import type { Condition } from '../kernel/conditions/condition.ts';
import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import { meeting } from './counting/meeting.ts';
import { readPhrase } from './words/read-phrase.ts';
import { sayCondition } from './words/say-condition.ts';
import { openVocabulary } from './words/vocabulary.ts';

type Given = { condition: Condition } | { phrase: string };

/** Says a condition, or reads what was typed; either way it is one that can be asked. */
export async function wordCondition(
  ctx: Ctx,
  given: Given,
): Promise<Result<{ condition: Condition; sentence: string }>> {
  const words = await openVocabulary(ctx);
  const read = 'phrase' in given ? readPhrase(given.phrase, words) : ok(given.condition);
  if (!read.ok) return read;
  const met = await meeting(ctx, read.value);
  return met.ok ? ok({ condition: read.value, sentence: sayCondition(read.value, words) }) : met;
}
