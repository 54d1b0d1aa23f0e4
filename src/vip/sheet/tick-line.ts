import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { holdClient } from '../reach.ts';

/** The journal tells of what kind a line was: its key may name somebody's birthday. */
const kindOf = (line: string): string => line.split(':', 1)[0] ?? '';

type Input = { id: number; line: string; untilOn: string; note: string };

/** Says that a line of the sheet is done, until a day: from then on it is told again. */
export async function tickLine(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const { line, untilOn, note } = input;
  if (untilOn < today(ctx)) return fail('vip.term_past', {}, { untilOn: 'vip.term_past' });
  const held = await holdClient(ctx, input.id);
  if (!held.ok) return held;
  const { id } = held.value;
  const said = { untilOn, note, tickedBy: staffIdOf(ctx.actor), tickedAt: ctx.clock.now() };
  await ctx.db
    .insertInto('vipTicks')
    .values({ subscriberId: id, line, ...said })
    .onConflict((conflict) => conflict.columns(['subscriberId', 'line']).doUpdateSet(said))
    .execute();
  await emit(ctx, {
    type: 'vip.line_ticked',
    subject: { kind: 'vip_client', id },
    subscriberId: id,
    facts: { line: kindOf(line) },
  });
  return ok({});
}

/** Takes that back. */
export async function untickLine(
  ctx: Ctx,
  { id: givenId, line }: { id: number; line: string },
): Promise<Result<Done>> {
  const held = await holdClient(ctx, givenId);
  if (!held.ok) return held;
  const { id } = held.value;
  await ctx.db
    .deleteFrom('vipTicks')
    .where('subscriberId', '=', id)
    .where('line', '=', line)
    .execute();
  await emit(ctx, {
    type: 'vip.line_unticked',
    subject: { kind: 'vip_client', id },
    subscriberId: id,
    facts: { line: kindOf(line) },
  });
  return ok({});
}
