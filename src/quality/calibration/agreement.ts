/** Answers of coders to units: a row for each unit, a place for each coder, null where none. */
export type Ratings<Value> = readonly (readonly (Value | null)[])[];

/** How far apart two answers are, squared; 0 where they are the same. */
type Apart<Value> = (one: Value, other: Value) => number;

/** Of names: the same, or not. */
export const asNames: Apart<string> = (one, other) => (one === other ? 0 : 1);
/** Of numbers whose distances mean something: the square of the difference. */
export const asNumbers: Apart<number> = (one, other) => (one - other) ** 2;

/**
 * Krippendorff's alpha of any number of coders, some of whose answers may be missing: 1 − observed
 * disagreement / that expected by chance (K. Krippendorff, Computing Krippendorff's
 * Alpha-Reliability, 2011, sections C and D).
 * @param apart `asNames` for answers of names, `asNumbers` for points and scores
 * @returns 1 where all agree, 0 where they do as by chance; null where no unit was answered by two,
 *   or everybody always gave one and the same answer, of which nothing can be told
 */
export function krippendorffAlpha<Value>(
  ratings: Ratings<Value>,
  apart: Apart<Value>,
): number | null {
  const units = ratings
    .map((unit) => unit.filter((one) => one !== null))
    .filter(({ length }) => length > 1);
  const all = units.flat();
  const expected = pairSum(all, apart) / (all.length - 1);
  if (all.length === 0 || expected === 0) return null;
  // A unit's pairs are weighed so that each of its answers counts once.
  const observed = sum(units.map((unit) => pairSum(unit, apart) / (unit.length - 1)));
  return 1 - observed / expected;
}

/** Over all pairs in order, each of different coders or places. */
const pairSum = <Value>(answers: readonly Value[], apart: Apart<Value>): number =>
  sum(answers.map((one) => sum(answers.map((other) => apart(one, other)))));

/**
 * Cohen's kappa of two coders for answers of names: how much more often they agree than by chance
 * (J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960). Units that one of them has not
 * answered are left out.
 * @returns null where they share no unit, or chance alone would make them agree on all
 */
export function cohenKappa(
  pairs: readonly (readonly [string | null, string | null])[],
): number | null {
  const both = pairs.filter(([one, other]) => one !== null && other !== null);
  const count = both.length;
  if (count === 0) return null;
  const share = (isSo: (pair: (typeof both)[number]) => boolean): number =>
    both.filter((pair) => isSo(pair)).length / count;
  const observed = share(([one, other]) => one === other);
  const byChance = sum(
    [...new Set(both.map(([one]) => one))].map(
      (answer) => share(([one]) => one === answer) * share(([, other]) => other === answer),
    ),
  );
  return byChance === 1 ? null : (observed - byChance) / (1 - byChance);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
