import { type Step, numberAsked, takesSeveral } from './steps.ts';

/** What is wrong with a script, and with which of its steps, counted from 1. */
export type Flaw = {
  code:
    | 'script_no_steps'
    | 'script_no_words'
    | 'script_same_key'
    | 'script_no_end'
    | 'script_no_such_step'
    | 'script_no_options'
    | 'script_bad_value'
    | 'script_loops'
    | 'script_unreachable'
    | 'script_no_recommendation';
  at: number;
};

/** These come only after a tariff was recommended. */
const afterRecommendation = new Set(['further', 'payment', 'end']);

/** Every step that may follow one. */
const nextsOf = ({ next, options }: Step): string[] => [
  ...new Set([next, ...options.map((option) => option.next)].filter((key) => key !== null)),
];

/** The first thing that keeps a script from being walked through. */
export const findFlaw = (steps: readonly Step[]): Flaw | null => findFlaws(steps)[0] ?? null;

/**
 * What keeps a script from being walked through: every way comes to an end, no step stands aside,
 * and before the further services, the payment and the end a tariff is recommended. What each step
 * is wrong in by itself is told of all at once; ways are followed only where no step is wrong.
 */
export function findFlaws(steps: readonly Step[]): Flaw[] {
  if (steps.length === 0) return [{ code: 'script_no_steps', at: 1 }];
  // Of two with one name the first has it.
  const places = new Map(steps.map(({ key }, at) => [key, at] as const).toReversed());
  const flaws = steps.map((step, at) => flawOf(step, at, places));
  const own = flaws.filter((flaw) => flaw !== null);
  if (own.length > 0) return own;
  const onTheWay = findFlawOfWays(steps);
  return onTheWay ? [onTheWay] : [];
}

function findFlawOfWays(steps: readonly Step[]): Flaw | null {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const loop = findLoop(steps, byKey);
  if (loop !== null) return { code: 'script_loops', at: loop + 1 };
  const reached = reachedFrom(steps, byKey, () => true);
  const aside = steps.findIndex(({ key }) => !reached.has(key));
  if (aside >= 0) return { code: 'script_unreachable', at: aside + 1 };
  const before = reachedFrom(steps, byKey, ({ kind }) => kind !== 'recommendation');
  const early = steps.findIndex(
    ({ key, kind }) => before.has(key) && afterRecommendation.has(kind),
  );
  return early >= 0 ? { code: 'script_no_recommendation', at: early + 1 } : null;
}

/** What a step is wrong in by itself. */
function flawOf(step: Step, index: number, places: ReadonlyMap<string, number>): Flaw | null {
  const at = index + 1;
  const { key, kind, next, options, fills } = step;
  const said = [step.words, ...options.map(({ label }) => label)];
  if (said.some((words) => words.trim() === '')) return { code: 'script_no_words', at };
  if (places.get(key) !== index) return { code: 'script_same_key', at };
  if (nextsOf(step).some((one) => !places.has(one))) return { code: 'script_no_such_step', at };
  const leadsOn = options.length > 0 && options.every((option) => option.next !== null);
  if (kind !== 'end' && next === null && !(leadsOn && fills === null)) {
    return { code: 'script_no_end', at };
  }
  if (kind !== 'question') return null;
  const least = numberAsked(step) ? 0 : 2;
  if (options.length < least) return { code: 'script_no_options', at };
  return options.every((option) => isRight(step, option)) ? null : { code: 'script_bad_value', at };
}

function isRight(step: Step, { value, next }: Step['options'][number]): boolean {
  if (takesSeveral(step)) return next === null && typeof value === 'string';
  return typeof value !== 'string';
}

/** The place of a step from which a way leads back to itself. */
function findLoop(steps: readonly Step[], byKey: ReadonlyMap<string, Step>): number | null {
  const done = new Set<string>();
  const isLoop = (step: Step, above: ReadonlySet<string>): boolean => {
    if (above.has(step.key)) return true;
    if (done.has(step.key)) return false;
    const way = new Set(above).add(step.key);
    const found = nextsOf(step).some((key) => isLoop(byKey.get(key) as Step, way));
    done.add(step.key);
    return found;
  };
  const at = steps.findIndex((step) => isLoop(step, new Set()));
  return at < 0 ? null : at;
}

/** Steps that are come to from the first, going on only from those that let one pass. */
function reachedFrom(
  steps: readonly Step[],
  byKey: ReadonlyMap<string, Step>,
  letsPass: (step: Step) => boolean,
): Set<string> {
  const reached = new Set<string>();
  const waiting = steps.slice(0, 1);
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (reached.has(step.key)) continue;
    reached.add(step.key);
    if (letsPass(step)) waiting.push(...nextsOf(step).map((key) => byKey.get(key) as Step));
  }
  return reached;
}
