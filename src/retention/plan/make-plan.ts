import type { Ctx } from '../../kernel/context.ts';
import { atStake, type Candidate, type Exclusion } from './at-stake.ts';
import type { Limits, Plan } from './choose-actions.ts';
import { chooseBeside } from './choose-beside.ts';
import { isUnagreed, optionsOf, type PersonOption } from './options-of.ts';
import { learntActions } from './learnt-actions.ts';

export type Asked = Limits & { contactMinor: number; segmentId?: number | undefined };

export type Made = {
  /** How many were looked at. */
  looked: number;
  /** For whom something may be done. */
  people: readonly Candidate[];
  options: readonly (readonly PersonOption[])[];
  plan: Plan;
  excluded: Record<Exclusion | 'noReason' | 'noConsent' | 'notWorth' | 'beyond', number>;
};

/** For whom it pays to do what now, within what may be spent and called, and for whom not. */
export async function makePlan(
  ctx: Ctx,
  asked: Asked,
  permissions: readonly string[] = ['retention.risk'],
): Promise<Made> {
  const all = await atStake(ctx, asked.segmentId ?? null, permissions);
  const actions = await learntActions(ctx);
  const people = all.filter(({ exclusion }) => exclusion === null);
  const options = people.map((person) => optionsOf(person, asked.contactMinor, actions));
  const plan = await chooseBeside(options, asked);
  const left = { leaving: 0, inCase: 0, refused: 0, cooling: 0 };
  for (const { exclusion } of all) if (exclusion !== null) left[exclusion] += 1;
  const rest = { noReason: 0, noConsent: 0, notWorth: 0, beyond: 0 };
  for (const [person, own] of options.entries()) {
    if ((plan.chosen[person] ?? -1) >= 0) continue;
    const who = people[person];
    if (own.length === 0 && who && isUnagreed(who)) rest.noConsent += 1;
    else if (own.length === 0) rest.noReason += 1;
    else if (own.every(({ gainMinor }) => gainMinor <= 0)) rest.notWorth += 1;
    else rest.beyond += 1;
  }
  return { looked: all.length, people, options, plan, excluded: { ...left, ...rest } };
}

/** Whom something is done for by a plan, the most expected of first. */
export function chosenOf({
  people,
  options,
  plan,
}: Made): (Candidate & { option: PersonOption })[] {
  return [...people.entries()]
    .flatMap(([at, person]) => {
      const option = options[at]?.[plan.chosen[at] ?? -1];
      return option ? [{ ...person, option }] : [];
    })
    .toSorted((a, b) => b.option.gainMinor - a.option.gainMinor || a.id - b.id);
}
