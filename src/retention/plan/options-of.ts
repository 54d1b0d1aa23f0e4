import type { RiskGroup } from '../../subscribers/index.ts';
import { expectedValue, savedChance } from '../worth/expected-value.ts';
import { isSold } from '../offers/kinds.ts';
import { type Action, actions } from './actions.ts';
import type { Option } from './choose-actions.ts';
import { bandOf } from '../worth/bands.ts';
import type { RatesOf } from './learn-rates.ts';

/** What is known of a subscriber for whom something might be done. */
export type Person = {
  id: number;
  leaveChance: number;
  valueMinor: number;
  marginMinor: number;
  group: RiskGroup | null;
  /** Whether they agreed to hear what is sold. */
  hasAgreed: boolean;
};

/** What may be done for them, with what it costs if it is taken and what it makes likelier. */
export type PersonOption = Option & {
  action: Action['key'];
  incentiveMinor: number;
  savedChance: number;
};

/**
 * What can be done for somebody by their main reason; nothing where no reason is known. Nothing is
 * sold to who has not agreed.
 */
export function optionsOf(person: Person, contactMinor: number, ratesOf: RatesOf): PersonOption[] {
  return actions
    .filter((action) => isMeant(action, person) && (person.hasAgreed || !isSold(action.key)))
    .map((action) => optionOf(person, action, contactMinor, ratesOf));
}

/** Whether they are left alone because what would help is sold, and they have not agreed. */
export const isUnagreed = (person: Person): boolean =>
  !person.hasAgreed && actions.some((action) => isMeant(action, person) && isSold(action.key));

const isMeant = ({ groups }: Action, { group }: Person): boolean =>
  group !== null && groups.includes(group);

function optionOf(
  { leaveChance, valueMinor, marginMinor, group }: Person,
  action: Action,
  contactMinor: number,
  ratesOf: RatesOf,
): PersonOption {
  const { saveRate, takeUp } = ratesOf(action, group, bandOf(leaveChance));
  const incentiveMinor = Math.round(action.incentiveMargins * marginMinor);
  const costOfContact = action.slots * contactMinor;
  const chances = {
    leaveChance,
    valueMinor,
    contactMinor: costOfContact,
    incentiveMinor,
    saveRate,
    takeUp,
    harm: action.harm,
  };
  const isTaken = leaveChance * saveRate + (1 - leaveChance) * takeUp;
  return {
    action: action.key,
    gainMinor: expectedValue(chances),
    costMinor: costOfContact + incentiveMinor * isTaken,
    slots: action.slots,
    incentiveMinor,
    savedChance: savedChance(chances),
  };
}
