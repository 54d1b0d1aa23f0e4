import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { PitchAnswer } from './answers.ts';

type Told = {
  pitchId: number;
  conversationId: number | null;
  /** Of an answer that came in a guided sale. */
  guidedSaleId: number | null;
  subscriberId: number | null;
  staffId: number;
  answer: PitchAnswer;
};

/**
 * Keeps an answer to a pitch, one for a conversation and one for a guided sale; said again, the
 * last word counts.
 */
export async function noteAnswer(ctx: Ctx, told: Told): Promise<void> {
  const { pitchId, conversationId, guidedSaleId, answer, staffId } = told;
  const now = ctx.clock.now();
  // pitch_answers_conversation, pitch_answers_guided
  const { rows } = await sql`
    update pitch_answers
    set    answer = ${answer}, answered_at = ${now}, staff_id = ${staffId},
           guided_sale_id = coalesce(guided_sale_id, ${guidedSaleId})
    where  pitch_id = ${pitchId}
    and    (conversation_id = ${conversationId} or guided_sale_id = ${guidedSaleId})
    returning id`.execute(ctx.db);
  if (rows.length > 0) return;
  await ctx.db
    .insertInto('pitchAnswers')
    .values({ ...told, answeredAt: now })
    .execute();
}
