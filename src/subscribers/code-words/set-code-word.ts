import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { recordEvent } from '../record-event.ts';
import { lockUnveiled } from '../veil.ts';
import { hashWord, heard } from './hash-word.ts';

/** A shorter one is guessed. */
const FEWEST_LETTERS = 4;

/** Keeps the word by which a subscriber is known on the phone, so that it can be compared alone. */
export async function setCodeWord(
  ctx: Ctx,
  { id, word, hint }: { id: number; word: string; hint: string },
): Promise<Result<Done>> {
  const found = await lockUnveiled(ctx, id);
  if (!found.ok) return found;
  const code = 'subscribers.code_word_short';
  if (heard(word).length < FEWEST_LETTERS) return fail(code, {}, { word: code });
  const tells = 'subscribers.hint_tells_word';
  if (heard(hint).includes(heard(word))) return fail(tells, {}, { hint: tells });
  const values = {
    hash: hashWord(word),
    hint,
    setBy: staffIdOf(ctx.actor),
    setAt: ctx.clock.now(),
  };
  await ctx.db
    .insertInto('codeWords')
    .values({ subscriberId: found.value.id, ...values })
    .onConflict((conflict) => conflict.column('subscriberId').doUpdateSet(values))
    .execute();
  await recordEvent(ctx, found.value.id, 'subscribers.code_word_set');
  return ok({});
}
