import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { takeBackTerms } from './apply-terms.ts';
import { type At, lockTerms, writeTerms } from './lock-terms.ts';

/**
 * Ends terms before their day: proposed ones by whoever works on the client, running ones by a
 * leader. What they gave until yesterday was given.
 */
export async function endTerms(
  ctx: Ctx,
  { reason, ...at }: At & { reason: string },
): Promise<Result<At>> {
  const locked = await lockTerms(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  const row = locked.value;
  if (row.state !== 'proposed' && row.state !== 'approved') return fail('vip.terms_over');
  if (row.state === 'approved') {
    if (reachOf(ctx.actor, 'vip.approve') === null) return fail('vip.leader_needed');
    const refused = await takeBackTerms(ctx, row);
    if (refused) return refused;
  }
  const ended = { endedBy: staffIdOf(ctx.actor), endedAt: ctx.clock.now(), endReason: reason };
  const set = { state: 'ended', ...ended } as const;
  return writeTerms(ctx, row, set, { type: 'vip.terms_ended', reason });
}
