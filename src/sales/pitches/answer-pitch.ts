import { sql } from 'kysely';
import { addFollowUp, lockMine, me } from '../../conversations/index.ts';
import type { Ctx, Language } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PitchAnswer } from './answers.ts';
import { noteAnswer } from './note-answer.ts';

const HOUR_MS = 3_600_000;

const followUpText: Record<Language, (product: string) => string> = {
  ru: (product) => `Подключить: ${product}`,
  en: (product) => `Connect: ${product}`,
};

type Input = { id: number; pitchId: number; answer: PitchAnswer };

/**
 * Records what was answered to a pitch; said again, the last word counts and the journal keeps the
 * first. Interest becomes a follow-up of whoever heard it, so that it does not end with the call.
 */
export async function answerPitch(
  ctx: Ctx,
  { id, pitchId, answer }: Input,
): Promise<Result<Record<string, never>>> {
  const locked = await lockMine(ctx, id);
  if (!locked.ok) return locked;
  const row = locked.value;
  const pitch = await findPitch(ctx, pitchId);
  if (!pitch) return fail('sales.pitch_gone');
  const before = await ctx.db
    .selectFrom('pitchAnswers')
    .select('answer')
    .where('conversationId', '=', id)
    .where('pitchId', '=', pitchId)
    .executeTakeFirst();
  if (before?.answer === answer) return ok({});
  const { subscriberId } = row;
  const told = { pitchId, subscriberId, staffId: me(ctx), answer };
  await noteAnswer(ctx, { ...told, conversationId: id, guidedSaleId: null });
  if (answer === 'interested') {
    const dueAt = new Date(ctx.clock.now().getTime() + HOUR_MS).toISOString();
    const text = followUpText[ctx.operator.language](pitch.productName);
    const added = await addFollowUp(ctx, row, { dueAt, text });
    if (!added.ok) return added;
  }
  await emit(ctx, {
    type: 'sales.pitch_answered',
    subject: { kind: 'conversation', id },
    subscriberId: row.subscriberId,
    facts: {
      number: row.number,
      pitchId,
      product: pitch.productName,
      answer,
      ...(before && { before: before.answer }),
    },
  });
  return ok({});
}

async function findPitch(ctx: Ctx, id: number): Promise<{ productName: string } | undefined> {
  const { rows } = await sql<{ productName: string }>`
    select r.name as product_name from pitches p join products r on r.id = p.product_id
    where  p.id = ${id}`.execute(ctx.db);
  return rows[0];
}
