import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx, Language } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { hashWord } from '../../subscribers/index.ts';
import { tell } from '../record/change.ts';
import { codeSenders } from '../slots.ts';
import { lockCaller } from './lock-caller.ts';

/** A code is told within this time of its sending, or another one is sent. */
export const CODE_HOLDS_MS = 10 * 60_000;

/** More codes within that time only trouble the subscriber. */
const MOST_CODES = 3;

const CODES = 1_000_000;

const words: Record<Language, (code: string) => string> = {
  ru: (code) =>
    `${code} — код для разговора с нашим сотрудником. Назовите его, если звоните нам сами или ` +
    `ждали звонка. Иначе никому его не говорите.`,
  en: (code) =>
    `${code} is the code for your talk with our agent. Tell it if you have called us or expected ` +
    `our call. Otherwise tell it to nobody.`,
};

/** Sends the subscriber a code by a way that is known to be theirs, to be told on the phone. */
export async function sendCode(
  ctx: Ctx,
  { id, way }: { id: number; way: string },
): Promise<Result<Record<string, never>>> {
  const caller = await lockCaller(ctx, id);
  if (!caller.ok) return caller;
  const { row, ids, rootId } = caller.value;
  const since = new Date(ctx.clock.now().getTime() - CODE_HOLDS_MS);
  // sent_codes_conversation (conversation_id, sent_at desc)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from sent_codes
    where  conversation_id = ${row.id} and sent_at > ${since}`.execute(ctx.db);
  if ((rows[0]?.count ?? 0) >= MOST_CODES) return fail('conversations.too_many_codes');
  const code = String(randomInt(CODES)).padStart(String(CODES - 1).length, '0');
  const sent = await sendBy(ctx, ids, way, words[ctx.operator.language](code));
  if (!sent.ok) return sent;
  await ctx.db
    .insertInto('sentCodes')
    .values({
      conversationId: row.id,
      subscriberId: rootId,
      way: sent.value.kind,
      outgoingMessageId: sent.value.outgoingMessageId,
      hash: hashWord(code),
      sentAt: ctx.clock.now(),
    })
    .execute();
  await tell(ctx, row, 'conversations.code_sent', { way: sent.value.kind });
  return ok({});
}

async function sendBy(
  ctx: Ctx,
  ids: readonly number[],
  key: string,
  text: string,
): Promise<Result<{ kind: string; outgoingMessageId: number | null }>> {
  for (const { piece } of codeSenders.fills) {
    const ways = await piece.waysOf(ctx, ids);
    const way = ways.find((one) => one.key === key);
    if (!way) continue;
    const sent = await piece.send(ctx, ids, { key, text });
    return sent.ok ? ok({ kind: way.kind, ...sent.value }) : sent;
  }
  return fail('conversations.no_such_way');
}
