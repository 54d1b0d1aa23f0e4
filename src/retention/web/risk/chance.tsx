import { formatPercent } from '../../../ui/format.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';

/** From these chances of leaving within a quarter on it is much, or some. */
const [MUCH, SOME] = [0.15, 0.07];

const toneOf = (chance: number): Tone =>
  chance >= MUCH ? 'red' : chance >= SOME ? 'amber' : 'gray';

/** A chance; the main one of a row is told by its colour too. */
export const Chance = ({ of, isMain }: { of: number; isMain?: boolean }) => {
  const words = formatPercent(of, 1);
  return isMain ? (
    <Badge tone={toneOf(of)}>{words}</Badge>
  ) : (
    <span className="tabular">{words}</span>
  );
};
