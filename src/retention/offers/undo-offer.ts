import { sql } from 'kysely';
import { endDiscount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { withRights } from '../../kernel/with-rights.ts';

type Input = { id: number; version: number; offerId: number };

/**
 * Takes back what was answered to an offer: a refusal, or a discount, which ends today. What went
 * on elsewhere, a ticket or a correction, is taken back there. What was given by then was given:
 * the budget keeps it.
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
    .leftJoin('givenOffers as g', 'g.id', 'c.givenId')
    .select(['c.id', 'c.answer', 'c.givenId', 'g.accountId', 'g.resultId', 'g.costMinor'])
    .select(['o.kind', 'o.name'])
    .where('c.caseId', '=', id)
    .where('c.offerId', '=', offerId)
    .where('c.undoneAt', 'is', null)
    .executeTakeFirst();
  if (!said) return fail('retention.not_answered');
  const { answer, kind, givenId, accountId, resultId, name } = said;
  const isDiscount = kind === 'discount' || kind === 'bonus';
  const undone = { undoneAt: ctx.clock.now(), undoneBy: staffIdOf(ctx.actor) };
  if (answer === 'taken') {
    if (!isDiscount || !givenId || !accountId || !resultId) return fail('retention.undo_there');
    const costMinor = Math.round((said.costMinor ?? 0) * (await shareGiven(ctx, resultId)));
    const lent = withRights(ctx, ['billing.adjust']);
    const ended = await endDiscount(lent, { id: accountId, discountId: resultId });
    if (!ended.ok) return ended;
    await ctx.db
      .updateTable('givenOffers')
      .set({ ...undone, costMinor })
      .where('id', '=', givenId)
      .execute();
  }
  await ctx.db.updateTable('caseOffers').set(undone).where('id', '=', said.id).execute();
  const facts = { offerId, offer: name };
  const told = { type: 'retention.offer_undone', facts } as const;
  return ok({ id, version: await writeCase(ctx, locked.value, {}, told) });
}

/** How much of a discount was given before today, as a share of all its days. */
async function shareGiven(ctx: Ctx, discountId: number): Promise<number> {
  // discounts_pkey
  const { rows } = await sql<{ share: number }>`
    select least(1, greatest(0, ${today(ctx)}::date - from_on)::float8
                    / greatest(1, to_on - from_on)) as share
    from   discounts where id = ${discountId}`.execute(ctx.db);
  return rows[0]?.share ?? 0;
}
