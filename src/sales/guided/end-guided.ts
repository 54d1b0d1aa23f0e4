import { addFollowUp, lockMine } from '../../conversations/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { isReason } from '../deals/is-reason.ts';
import { lockDeal } from '../deals/lock-deal.ts';
import type { Values } from '../deals/values.ts';
import { writeDeal } from '../deals/write-deal.ts';
import { agree } from './agree.ts';
import { type Guided, lockGuided } from './lock-guided.ts';
import { pricedOf, takenOf } from './standing-choices.ts';
import { tell, writeGuided } from './write-guided.ts';

type Ending =
  | { outcome: 'agreed' }
  | { outcome: 'thinking'; until: string }
  | { outcome: 'refused'; reasonId: number; note: string };
type Input = { id: number; version: number; ending: Ending };

/**
 * Ends a guided sale: agreed, and the deal has what was agreed on; still thinking, and somebody
 * comes back to it; refused, and the deal is lost.
 */
export async function endGuided(
  ctx: Ctx,
  { id, version, ending }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockGuided(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const done = await closing[ending.outcome](ctx, row, ending as never);
  if (!done.ok) return done;
  const { outcome } = ending;
  await tell(ctx, row, 'guided_ended', { outcome, ...done.value });
  return ok(
    await writeGuided(ctx, row, {
      state: outcome,
      endedAt: ctx.clock.now(),
      endedBy: staffIdOf(ctx.actor),
      ...(done.value.taken && {
        taken: JSON.stringify(done.value.taken),
        takenMinor: done.value.taken.feeMinor,
      }),
    }),
  );
}

type Closed = { taken?: NonNullable<Guided['taken']> };

const closing = {
  agreed: async (ctx: Ctx, row: Guided): Promise<Result<Closed>> => {
    const taken = await pricedOf(ctx, row);
    if (!taken.ok) return taken;
    const done = await agree(ctx, row, taken.value);
    return done.ok ? ok({ taken: taken.value }) : done;
  },
  thinking: async (
    ctx: Ctx,
    row: Guided,
    { until }: { until: string },
  ): Promise<Result<Closed>> => {
    if (new Date(until) <= ctx.clock.now()) {
      return fail('sales.until_past', {}, { until: 'sales.until_past' });
    }
    const taken = await takenOf(ctx, row);
    const { t } = textsIn(ctx.operator.language);
    const nextStep = taken.ok
      ? t('sales:guided.callAgainAbout', { tariff: taken.value.name })
      : t('sales:guided.callAgain');
    const promised = await promise(ctx, row, until, nextStep);
    return promised.ok ? change(ctx, row, { nextStep, nextAt: until }) : promised;
  },
  refused: async (
    ctx: Ctx,
    row: Guided,
    { reasonId, note }: { reasonId: number; note: string },
  ): Promise<Result<Closed>> => {
    if (!(await isReason(ctx, reasonId))) return fail('sales.no_such_reason');
    return change(ctx, row, { state: 'lost', lostReasonId: reasonId, lostNote: note });
  },
};

/** A follow-up at the conversation, where it is one's own still; the deal has it anyway. */
async function promise(
  ctx: Ctx,
  row: Guided,
  dueAt: string,
  text: string,
): Promise<Result<object>> {
  if (row.conversationId === null) return ok({});
  const mine = await lockMine(ctx, row.conversationId);
  return mine.ok ? addFollowUp(ctx, mine.value, { dueAt, text }) : ok({});
}

async function change(ctx: Ctx, row: Guided, values: Partial<Values>): Promise<Result<Closed>> {
  const locked = await lockDeal(ctx, row.dealId, row.dealVersion);
  if (!locked.ok) return locked;
  if (locked.value.state !== 'open') return fail('sales.deal_closed');
  await writeDeal(ctx, locked.value, { ...locked.value, ...values });
  return ok({});
}
