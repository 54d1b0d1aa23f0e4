import type { RiskGroup } from '../../subscribers/index.ts';
import type { Band } from '../worth/bands.ts';
import { shrunkShare } from '../worth/expected-value.ts';
import type { Action } from './actions.ts';

/** What came of one action of a list a quarter old, for one kind of reason in one band. */
export type Outcomes = {
  listId: number;
  action: string;
  group: string;
  band: Band;
  treated: number;
  treatedLeft: number;
  held: number;
  heldLeft: number;
  /** Of those spoken to, and of them those who took it. */
  spoken: number;
  taken: number;
};

export type Rates = {
  saveRate: number;
  takeUp: number;
  /** How many would-be leavers this was learnt from, beside the prior's. */
  tried: number;
};
export type RatesOf = (action: Action, group: RiskGroup | null, band: Band) => Rates;

type Counts = Pick<Outcomes, 'treated' | 'treatedLeft' | 'held' | 'heldLeft'>;

/**
 * How many would have left, as the held out tell, and how many of them stayed. Both are as unsure
 * as the smaller side makes them: of T treated and H held out they weigh H / (H + T), for the
 * variance of what is told of the treated is (1 + T / H) times that of counting it.
 */
export function keptOf({ treated, treatedLeft, held, heldLeft }: Counts): {
  kept: number;
  tried: number;
} {
  if (held === 0) return { kept: 0, tried: 0 };
  const sure = held / (held + treated);
  const wouldLeave = (treated * heldLeft) / held;
  return { kept: (wouldLeave - treatedLeft) * sure, tried: wouldLeave * sure };
}

const rateOf = (seen: { kept: number; tried: number }, prior: number): number =>
  Math.min(1, Math.max(0, shrunkShare(seen, prior)));

/**
 * The share of would-be leavers whom an action keeps, by reason and band: the mean of a beta
 * distribution that began at the agreed rate, goes to what is seen of the action in all other
 * cells, and from there to what is seen in the very cell. While nothing is seen it is the agreed
 * one. The treated are compared with the held out of their own list: of others, chance has held out
 * another share of people who leave at another rate.
 */
export function learnRates(outcomes: readonly Outcomes[]): RatesOf {
  const sum = (own: readonly Outcomes[], key: keyof Counts | 'spoken' | 'taken'): number =>
    own.reduce((all, one) => all + one[key], 0);
  const countsOf = (own: readonly Outcomes[]): Counts => ({
    treated: sum(own, 'treated'),
    treatedLeft: sum(own, 'treatedLeft'),
    held: sum(own, 'held'),
    heldLeft: sum(own, 'heldLeft'),
  });
  const seenOf = (own: readonly Outcomes[]): { kept: number; tried: number } =>
    [...Map.groupBy(own, ({ listId }) => listId).values()]
      .map((ofList) => keptOf(countsOf(ofList)))
      .reduce((all, one) => ({ kept: all.kept + one.kept, tried: all.tried + one.tried }), {
        kept: 0,
        tried: 0,
      });
  return (action, group, band) => {
    const own = outcomes.filter((one) => one.action === action.key);
    const isOfCell = (one: Outcomes): boolean => one.group === group && one.band === band;
    const elsewhere = own.filter((one) => !isOfCell(one));
    const ofAction = rateOf(seenOf(elsewhere), action.saveRate);
    const seen = seenOf(own.filter(isOfCell));
    const took = { kept: sum(own, 'taken'), tried: sum(own, 'spoken') };
    return {
      saveRate: rateOf(seen, ofAction),
      takeUp: rateOf(took, action.takeUp),
      tried: seen.tried,
    };
  };
}
