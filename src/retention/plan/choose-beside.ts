import { Worker } from 'node:worker_threads';
import { besidePlan, type OtherPlan, type Ranked } from './beside.ts';
import { chooseActions, type Limits, type Option, type Plan } from './choose-actions.ts';

type People = readonly (readonly Option[])[];

/** People and what may be done for them, as numbers that go to a thread at once. */
export type Question = {
  /** Where the options of each begin, and where the last end. */
  starts: Int32Array;
  gains: Float64Array;
  costs: Float64Array;
  slots: Int32Array;
  limits: Limits;
  /** What other orders go by, where those are asked for, instead of the best choice. */
  ranks: { leaveChances: Float64Array; valuesMinor: Float64Array; byRule: Uint8Array } | null;
};

/** For so few it takes no longer than to begin a thread. */
const FEW = 2000;

let before: Promise<unknown> = Promise.resolve();

/**
 * Chooses beside the thread that answers requests, one plan after the other: many that are looked
 * at together hold up nobody who does not plan.
 */
export async function chooseBeside(people: People, limits: Limits): Promise<Plan> {
  if (people.length <= FEW) return chooseActions(people, limits);
  return inTurn<Plan>({ ...packed(people, limits), ranks: null });
}

/** What the same money and calls would bring, spent in other orders; by the same thread. */
export async function otherPlans(
  { people, options }: { people: readonly Ranked[]; options: People },
  limits: Limits,
): Promise<OtherPlan[]> {
  if (people.length <= FEW) return besidePlan({ people, options }, limits);
  const ranks = {
    leaveChances: Float64Array.from(people, ({ leaveChance }) => leaveChance),
    valuesMinor: Float64Array.from(people, ({ valueMinor }) => valueMinor),
    byRule: Uint8Array.from(people, ({ isByRule }) => (isByRule ? 1 : 0)),
  };
  return inTurn<OtherPlan[]>({ ...packed(options, limits), ranks });
}

function packed(people: People, limits: Limits): Omit<Question, 'ranks'> {
  const options = people.flat();
  const starts = new Int32Array(people.length + 1);
  for (const [at, own] of people.entries()) starts[at + 1] = (starts[at] ?? 0) + own.length;
  return {
    starts,
    gains: Float64Array.from(options, ({ gainMinor }) => gainMinor),
    costs: Float64Array.from(options, ({ costMinor }) => costMinor),
    slots: Int32Array.from(options, ({ slots }) => slots),
    limits: { budgetMinor: limits.budgetMinor, slots: limits.slots },
  };
}

async function inTurn<T>(question: Question): Promise<T> {
  const mine = before.then(() => inThread<T>(question));
  before = mine.catch(() => undefined);
  return mine;
}

async function inThread<T>(question: Question): Promise<T> {
  const thread = new Worker(new URL('./choose-thread.ts', import.meta.url), {
    workerData: question,
    // Without the server's own flags, of which a thread takes none.
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread that plans ended without a word')));
  try {
    return await promise;
  } finally {
    void thread.terminate();
  }
}
