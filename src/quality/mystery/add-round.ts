import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { mysteryApi } from '../api/mystery.ts';

type Input = z.output<(typeof mysteryApi)['POST /api/quality-rounds']['input']>;

/** Begins a mystery round. */
export async function addRound(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  if (input.endsOn < input.beginsOn) {
    return fail('quality.ends_before', {}, { endsOn: 'quality.ends_before' });
  }
  const made = await ctx.db
    .insertInto('qualityRounds')
    .values({ ...input, madeBy: me(ctx), madeAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const subject = { kind: 'quality_round', id: made.id };
  await emit(ctx, { type: 'quality.round_begun', subject, facts: { name: input.name } });
  return ok(made);
}
