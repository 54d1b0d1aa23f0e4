import { endDiscount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { withRights } from '../with-rights.ts';

type Input = { id: number; version: number; offerId: number };

/**
 * Takes back what was answered to an offer: a refusal, or a discount, which ends today. What went
 * on elsewhere, a ticket or a correction, is taken back there.
 */
export async function undoOffer(
  ctx: Ctx,
  { id, version, offerId }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const said = await ctx.db
    .selectFrom('caseOffers as c')
    .innerJoin('retentionOffers as o', 'o.id', 'c.offerId')
    .select(['c.id', 'c.answer', 'c.accountId', 'c.resultId', 'o.kind', 'o.name'])
    .where('c.caseId', '=', id)
    .where('c.offerId', '=', offerId)
    .where('c.undoneAt', 'is', null)
    .executeTakeFirst();
  if (!said) return fail('retention.not_answered');
  const { answer, kind, accountId, resultId, name } = said;
  const isDiscount = kind === 'discount' || kind === 'bonus';
  if (answer === 'taken') {
    if (!isDiscount || !accountId || !resultId) return fail('retention.undo_there');
    const lent = withRights(ctx, ['billing.adjust']);
    const ended = await endDiscount(lent, { id: accountId, discountId: resultId });
    if (!ended.ok) return ended;
  }
  await ctx.db
    .updateTable('caseOffers')
    .set({ undoneAt: ctx.clock.now(), undoneBy: staffIdOf(ctx.actor) })
    .where('id', '=', said.id)
    .execute();
  const facts = { offerId, offer: name };
  const told = { type: 'retention.offer_undone', facts } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, {}, told) });
}
