import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { applyTerms } from './apply-terms.ts';
import { checkTerms } from './check-terms.ts';
import { type At, lockTerms, writeTerms } from './lock-terms.ts';

/**
 * Approves terms that another has proposed: they begin, on their day or today where it is past.
 * What they come to is weighed anew; below the margin floor, for long or by much they take two,
 * neither of them who proposed, and both of whom have seen why.
 */
export async function approveTerms(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockTerms(ctx, at, 'vip.approve');
  if (!locked.ok) return locked;
  const row = locked.value;
  if (row.state !== 'proposed') return fail('vip.decided_already');
  const me = staffIdOf(ctx.actor);
  if (me === null || me === row.askedBy || me === row.approvedBy) return fail('vip.own_wish');
  const day = today(ctx);
  const terms = { ...row, fromOn: row.fromOn < day ? day : row.fromOn };
  const checked = await checkTerms(ctx, { id: row.rootId, hasLeft: row.hasLeft }, terms, row.id);
  if (!checked.ok) return checked;
  const { nowMinor, thenMinor, costMinor } = checked.value;
  // What took two when it was proposed still does.
  const secondFor = [...new Set([...row.secondFor, ...checked.value.secondFor])];
  const weighed = { nowMinor, thenMinor, costMinor, secondFor };
  const isSeen = row.approvedBy !== null && secondFor.every((one) => row.secondFor.includes(one));
  if (secondFor.length > 0 && !isSeen) {
    const half = { ...weighed, approvedBy: me };
    return writeTerms(ctx, row, half, { type: 'vip.terms_half_approved' });
  }
  const refused = await applyTerms(ctx, terms, secondFor.includes('below_floor'));
  if (refused) return refused;
  const set = {
    ...weighed,
    ...(row.approvedBy === null ? { approvedBy: me } : { secondBy: me }),
    fromOn: terms.fromOn,
    state: 'approved',
    decidedAt: ctx.clock.now(),
  } as const;
  return writeTerms(ctx, row, set, { type: 'vip.terms_approved' });
}
