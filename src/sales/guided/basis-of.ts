import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../kernel/context.ts';
import { hadThere } from '../recommending/had-there.ts';
import { linesOf } from '../recommending/lines-of.ts';
import type { Basis } from '../recommending/recommend-at.ts';
import type { Guided } from './lock-guided.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf, stepOf } from './walk.ts';

/**
 * From what a tariff is to be recommended: the lines as they are now, what is had there, and the
 * needs as they were answered up to the recommendation; null before it, and where nobody knows the
 * lines.
 */
export async function basisOf(ctx: Ctx, row: Guided): Promise<Basis | null> {
  const { steps, path, answers, currency } = row;
  const at = path.findLastIndex((key) => stepOf(steps, key).kind === 'recommendation');
  const found = at < 0 ? null : await linesOf(ctx, row);
  if (!found) return null;
  const lines = found.map(({ technology, topSpeedKbps, isStopped }) => ({
    technology,
    topSpeedKbps,
    isStopped,
  }));
  const needs = needsOf(steps, path.slice(0, at + 1), answers, unitMinor(currency));
  return { needs, lines, had: await hadThere(ctx, row) };
}

/** Whether what was recommended last would be recommended of the same now. */
export const stands = (basis: Basis | null, { needs, lines, had }: Basis): boolean =>
  isDeepStrictEqual(basis, { needs, lines, had });
