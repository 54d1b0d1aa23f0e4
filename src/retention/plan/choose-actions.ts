/** What may be done for one subscriber: what it brings, costs, and whether it takes a call. */
export type Option = {
  action: string;
  gainMinor: number;
  costMinor: number;
  slots: number;
};
export type Limits = { budgetMinor: number; slots: number };
export type Plan = {
  /** The option of each subscriber by its place, −1 where nothing is done. */
  chosen: Int16Array;
  gainMinor: number;
  costMinor: number;
  slots: number;
  /** What one more unit of money, and one more call, would bring: none where there is enough. */
  perMoney: number;
  perCall: number;
};

type People = readonly (readonly Option[])[];

/** So often the interval of a multiplier is halved. */
const HALVINGS = 40;
/** Passes in which single choices are exchanged for better ones, while that helps. */
const MOST_PASSES = 6;

/**
 * At most one action each, so that the sum of gains is the largest under a budget and a number of
 * calls. Each unit of money and each call is given a price (Lagrange multipliers, found by
 * bisection), at which everybody takes what is best for them; what is left over is filled greedily
 * and single choices are exchanged while that helps. An option that brings nothing is never taken.
 */
export function chooseActions(people: People, limits: Limits): Plan {
  const best = (perCall: number): Plan => bisect(people, limits, perCall);
  let plan = best(0);
  if (plan.slots > limits.slots) {
    let [low, high] = [0, highestGain(people)];
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (low + high) / 2;
      if (best(middle).slots > limits.slots) low = middle;
      else high = middle;
    }
    plan = best(high);
  }
  fill(people, limits, plan);
  for (let pass = 0; pass < MOST_PASSES && exchange(people, limits, plan); pass += 1);
  return plan;
}

/** With a price of calls given: the lowest price of money at which the budget holds. */
function bisect(people: People, { budgetMinor }: Limits, perCall: number): Plan {
  const free = take(people, 0, perCall);
  if (free.costMinor <= budgetMinor) return free;
  let [low, high] = [0, 1];
  while (take(people, high, perCall).costMinor > budgetMinor && high < 1e9) high *= 2;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (take(people, middle, perCall).costMinor > budgetMinor) low = middle;
    else high = middle;
  }
  return take(people, high, perCall);
}

/** Everybody takes what is best at these prices. */
function take(people: People, perMoney: number, perCall: number): Plan {
  const plan: Plan = {
    chosen: new Int16Array(people.length).fill(-1),
    gainMinor: 0,
    costMinor: 0,
    slots: 0,
    perMoney,
    perCall,
  };
  for (let person = 0; person < people.length; person += 1) {
    const options = people[person] ?? [];
    let [most, at] = [0, -1];
    for (let option = 0; option < options.length; option += 1) {
      const one = options[option];
      if (!one || one.gainMinor <= 0) continue;
      const left = one.gainMinor - perMoney * one.costMinor - perCall * one.slots;
      if (left > most) [most, at] = [left, option];
    }
    if (at >= 0) put(plan, people, person, at);
  }
  return plan;
}

function put(plan: Plan, people: People, person: number, option: number): void {
  const options = people[person] ?? [];
  const [before, after] = [options[plan.chosen[person] ?? -1], options[option]];
  plan.gainMinor += (after?.gainMinor ?? 0) - (before?.gainMinor ?? 0);
  plan.costMinor += (after?.costMinor ?? 0) - (before?.costMinor ?? 0);
  plan.slots += (after?.slots ?? 0) - (before?.slots ?? 0);
  plan.chosen[person] = option;
}

const highestGain = (people: People): number =>
  people.reduce(
    (most, options) => options.reduce((top, { gainMinor }) => Math.max(top, gainMinor), most),
    0,
  );

const fits = ({ budgetMinor, slots }: Limits, costMinor: number, calls: number): boolean =>
  costMinor <= budgetMinor && calls <= slots;

/** What is left of both limits goes to changes that gain most, the largest first. */
function fill(people: People, limits: Limits, plan: Plan): void {
  const changes = people.flatMap((options, person) => {
    const now = options[plan.chosen[person] ?? -1];
    return options.flatMap((one, option) => {
      const more = one.gainMinor - (now?.gainMinor ?? 0);
      return more > 0 ? [{ person, option, more }] : [];
    });
  });
  for (const { person, option } of changes.toSorted((a, b) => b.more - a.more)) {
    const options = people[person] ?? [];
    const [now, next] = [options[plan.chosen[person] ?? -1], options[option]];
    if (!next || next.gainMinor <= (now?.gainMinor ?? 0)) continue;
    const costMinor = plan.costMinor + next.costMinor - (now?.costMinor ?? 0);
    const calls = plan.slots + next.slots - (now?.slots ?? 0);
    if (fits(limits, costMinor, calls)) put(plan, people, person, option);
  }
}

/** So many of the least gainful choices are tried to be given up for others. */
const MOST_TRIED = 200;

/** Gives one choice up for others' where that brings more. @returns whether it did */
function exchange(people: People, limits: Limits, plan: Plan): boolean {
  const gainOf = (person: number): number =>
    people[person]?.[plan.chosen[person] ?? -1]?.gainMinor ?? 0;
  const least = [...plan.chosen.keys()]
    .filter((person) => (plan.chosen[person] ?? -1) >= 0)
    .toSorted((a, b) => gainOf(a) - gainOf(b))
    .slice(0, MOST_TRIED);
  if (people.length > MOST_TRIED * 10) return false;
  for (const person of least) {
    const tried: Plan = { ...plan, chosen: plan.chosen.slice() };
    put(tried, people, person, -1);
    const others = people.map((options, at) => (at === person ? [] : options));
    fill(others, limits, tried);
    if (tried.gainMinor <= plan.gainMinor + 0.5) continue;
    Object.assign(plan, tried);
    return true;
  }
  return false;
}
