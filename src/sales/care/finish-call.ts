import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { careApi } from '../api/care.ts';
import { type Call, lockCall } from './lock-call.ts';
import { termsOfCall } from './norm.ts';

type Input = z.output<(typeof careApi)['PUT /api/care-calls/{id}']['input']>;
/** Whom nobody reaches in so many tries is left in peace. */
const MOST_TRIES = 3;
const DAY_MS = 86_400_000;

/**
 * Writes down what a call of care has come to. Where nobody answered it is due again the next day,
 * until it was tried often enough. No outcome: what was written is taken back.
 */
export async function finishCall(
  ctx: Ctx,
  { id, tries, outcome, note }: Input,
): Promise<Result<Done>> {
  const call = await lockCall(ctx, id);
  if (!call) return fail('sales.care_not_found');
  if (call.tries !== tries || call.isDone) return fail('sales.care_changed');
  if (outcome === 'trouble' && note === '') {
    return fail('sales.care_words_needed', {}, { note: 'sales.care_words_needed' });
  }
  await write(ctx, call, outcome, note);
  await emit(ctx, {
    type: 'sales.care_called',
    subject: { kind: 'deal', id: call.dealId },
    subscriberId: call.subscriberId,
    facts: { number: call.dealId, day: call.day, outcome },
    ...(note === '' ? {} : { personal: { note } }),
  });
  return ok({});
}

async function write(
  ctx: Ctx,
  { id, tries }: Call,
  outcome: Input['outcome'],
  note: string,
): Promise<void> {
  const now = ctx.clock.now();
  const isAgain = outcome === 'unreached' && tries + 1 < MOST_TRIES;
  const tomorrow = new Date(now.getTime() + DAY_MS);
  await ctx.db
    .updateTable('careCalls')
    .set(
      isAgain
        ? {
            tries: tries + 1,
            note,
            lateToldAt: null,
            escalatedAt: null,
            ...(await termsOfCall(ctx, tomorrow)),
          }
        : {
            outcome,
            note,
            doneAt: now,
            doneBy: staffIdOf(ctx.actor),
            ...(outcome === 'unreached' && { tries: tries + 1 }),
          },
    )
    .where('id', '=', id)
    .execute();
}
