import type { RiskGroup } from '../../subscribers/index.ts';
import { expectedValue } from '../offers/expected-value.ts';
import { type Action, actions } from './actions.ts';
import type { Option } from './choose-actions.ts';

/** What is known of a subscriber for whom something might be done. */
export type Person = {
  id: number;
  leaveChance: number;
  valueMinor: number;
  marginMinor: number;
  group: RiskGroup | null;
};

/** What can be done for somebody by their main reason; nothing where no reason is known. */
export function optionsOf(person: Person, contactMinor: number): Option[] {
  return actions
    .filter(({ groups }) => person.group !== null && groups.includes(person.group))
    .map((action) => optionOf(person, action, contactMinor));
}

function optionOf(person: Person, action: Action, contactMinor: number): Option {
  const { leaveChance, valueMinor, marginMinor } = person;
  const { saveRate, takeUp, harm, slots, key } = action;
  const incentiveMinor = action.incentiveMargins * marginMinor;
  const costOfContact = slots * contactMinor;
  const gainMinor = expectedValue({
    leaveChance,
    valueMinor,
    contactMinor: costOfContact,
    incentiveMinor,
    saveRate,
    takeUp,
    harm,
  });
  const isTaken = leaveChance * saveRate + (1 - leaveChance) * takeUp;
  return { action: key, gainMinor, costMinor: costOfContact + incentiveMinor * isTaken, slots };
}
