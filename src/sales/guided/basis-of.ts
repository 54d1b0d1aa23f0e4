import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../kernel/context.ts';
import type { Needs } from '../recommending/needs.ts';
import type { Line } from '../recommending/offers.ts';
import { linesOf } from '../recommending/lines-of.ts';
import type { Guided } from './lock-guided.ts';
import { unitMinor } from './unit-minor.ts';
import { needsOf, stepOf } from './walk.ts';

/** Whatever decides what is recommended belongs here: by it is known whether that still stands. */
type Basis = { needs: Needs; lines: Line[] };

/**
 * From what a tariff is to be recommended: the lines as they are now, and the needs as they were
 * answered up to the recommendation; null before it, and where nobody knows the lines.
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
  return { needs: needsOf(steps, path.slice(0, at + 1), answers, unitMinor(currency)), lines };
}

/** Whether what was recommended last would be recommended of the same now. */
export const stands = (basis: Basis | null, { needs, lines }: Basis): boolean =>
  isDeepStrictEqual(basis, { needs, lines });
