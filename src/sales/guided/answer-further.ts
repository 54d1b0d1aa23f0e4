import { sql } from 'kysely';
import { addFollowUp, lockMine } from '../../conversations/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PitchAnswer } from '../pitches/answers.ts';
import { noteAnswer } from '../pitches/note-answer.ts';
import { type Guided, lockGuided } from './lock-guided.ts';
import { tell, writeGuided } from './write-guided.ts';

type Input = { id: number; version: number; productId: number; answer: PitchAnswer };

/**
 * Records what was answered to a further service; the last word counts. It is an answer to the
 * pitch of that service too, so that nobody is asked twice, and who says "later" is asked later.
 */
export async function answerFurther(
  ctx: Ctx,
  { id, version, productId, answer }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const offered = await findOffered(ctx, id, productId);
  if (!offered) return fail('sales.not_offered');
  const { product, pitchId, before } = offered;
  const staffId = staffIdOf(ctx.actor);
  await ctx.db
    .updateTable('guidedFurthers')
    .set({ answer, answeredAt: ctx.clock.now(), answeredBy: staffId })
    .where('guidedSaleId', '=', id)
    .where('productId', '=', productId)
    .execute();
  if (pitchId !== null && staffId !== null) {
    const { conversationId, subscriberId } = row;
    const told = { pitchId, conversationId, subscriberId, staffId, answer };
    await noteAnswer(ctx, { ...told, guidedSaleId: id });
  }
  if (answer === 'later' && before !== 'later') await askLater(ctx, row, product);
  await tell(ctx, row, 'guided_pitched', { productId, product, answer });
  return ok(await writeGuided(ctx, row, {}));
}

type Offered = { product: string; pitchId: number | null; before: PitchAnswer | null };

async function findOffered(ctx: Ctx, id: number, productId: number): Promise<Offered | undefined> {
  // guided_furthers_pkey, products_pkey, pitches_product_id_key
  const { rows } = await sql<Offered>`
    select r.name as product, p.id as pitch_id, f.answer as before
    from   guided_furthers f
    join   products r on r.id = f.product_id
    left   join pitches p on p.product_id = f.product_id
    where  f.guided_sale_id = ${id} and f.product_id = ${productId}`.execute(ctx.db);
  return rows[0];
}

/** By then a newcomer is connected, and knows what there is to wish for. */
const LATER_DAYS = 14;

/** A follow-up at the conversation, where it is one's own. */
async function askLater(ctx: Ctx, row: Guided, product: string): Promise<void> {
  if (row.conversationId === null) return;
  const mine = await lockMine(ctx, row.conversationId);
  if (!mine.ok) return;
  const dueAt = new Date(ctx.clock.now().getTime() + LATER_DAYS * 86_400_000).toISOString();
  const text = textsIn(ctx.operator.language).t('sales:guided.offerLater', { product });
  await addFollowUp(ctx, mine.value, { dueAt, text });
}
