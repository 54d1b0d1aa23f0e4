import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isWordOf } from '../../subscribers/index.ts';
import type { Checked } from './check-code-word.ts';
import { keepVerification, lockCaller, triesLeft } from './lock-caller.ts';
import { CODE_HOLDS_MS } from './send-code.ts';

/** Compares what the caller reads out with the newest code that was sent to the subscriber. */
export async function checkSentCode(
  ctx: Ctx,
  { id, code }: { id: number; code: string },
): Promise<Result<Checked>> {
  const caller = await lockCaller(ctx, id);
  if (!caller.ok) return caller;
  const { row, ids } = caller.value;
  const left = await triesLeft(ctx, ids);
  if (left === 0) return fail('conversations.too_many_tries');
  const sent = await newestOf(ctx, row.id, ids);
  if (!sent) return fail('conversations.no_code_sent');
  const isSame = isWordOf(sent.hash, code);
  if (isSame) {
    const usedAt = ctx.clock.now();
    await ctx.db.updateTable('sentCodes').set({ usedAt }).where('id', '=', sent.id).execute();
  }
  const result = isSame ? 'passed' : 'failed';
  await keepVerification(ctx, caller.value, { means: 'sent_code', result });
  return ok({ isVerified: isSame, triesLeft: isSame ? left : left - 1 });
}

async function newestOf(
  ctx: Ctx,
  conversationId: number,
  ids: readonly number[],
): Promise<{ id: number; hash: string } | null> {
  const since = new Date(ctx.clock.now().getTime() - CODE_HOLDS_MS);
  // sent_codes_conversation (conversation_id, sent_at desc)
  const { rows } = await sql<{ id: number; hash: string; usedAt: Date | null }>`
    select id, hash, used_at from sent_codes
    where  conversation_id = ${conversationId} and sent_at > ${since}
    and    subscriber_id = any(${[...ids]}::bigint[])
    order  by sent_at desc, id desc limit 1`.execute(ctx.db);
  const [newest] = rows;
  return newest && newest.usedAt === null ? newest : null;
}
