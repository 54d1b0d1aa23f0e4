import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import type { CorrectionKind } from '../api/correction-kinds.ts';
import { type About, findAbout } from './find-about.ts';
import type { Locked } from './lock-correction.ts';

type Wanted = { kind: CorrectionKind; amountMinor: number };

/**
 * A compensation only gives, and may give more than was taken. A refund gives back of one charge,
 * a recalculation goes either way; with whatever else was given back of that charge neither gives
 * back more than it took.
 */
export function refuseAmount({ kind, amountMinor }: Wanted, { line }: About): Fail | null {
  const isCharge = line !== null && line.amountMinor < 0 && !line.isCorrection && !line.isUndone;
  if (kind === 'recalculation' && (amountMinor < 0 || !isCharge)) return null;
  if (amountMinor < 0) return wrong('wrong_direction');
  if (kind === 'compensation') return null;
  if (!isCharge) return wrong('not_a_charge');
  return amountMinor > -line.amountMinor - line.givenBackMinor ? wrong('above_charge') : null;
}

/** What was given back of the charge since it was proposed is not given once more. */
export async function refuseGivenBack(ctx: Ctx, correction: Locked): Promise<Fail | null> {
  const { accountId, lineId, kind } = correction;
  if (lineId === null || kind === 'reversal') return null;
  const about = await findAbout(ctx, accountId, { lineId }, ['posted']);
  return about.ok ? refuseAmount(correction, about.value) : about;
}

const wrong = (reason: string): Fail =>
  fail(`billing.${reason}`, {}, { amount: `billing.${reason}` });
