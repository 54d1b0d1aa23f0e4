import { Worker } from 'node:worker_threads';
import { chooseActions, type Limits, type Option, type Plan } from './choose-actions.ts';

/** People and what may be done for them, as numbers that go to a thread at once. */
export type Question = {
  /** Where the options of each begin, and where the last end. */
  starts: Int32Array;
  gains: Float64Array;
  costs: Float64Array;
  slots: Int32Array;
  limits: Limits;
};

/** For so few it takes no longer than to begin a thread. */
const FEW = 2000;

let before: Promise<unknown> = Promise.resolve();

/**
 * Chooses beside the thread that answers requests, one plan after the other: many that are looked
 * at together hold up nobody who does not plan.
 */
export async function chooseBeside(
  people: readonly (readonly Option[])[],
  limits: Limits,
): Promise<Plan> {
  if (people.length <= FEW) return chooseActions(people, limits);
  const mine = before.then(() => chooseInThread(questionOf(people, limits)));
  before = mine.catch(() => undefined);
  return mine;
}

function questionOf(people: readonly (readonly Option[])[], limits: Limits): Question {
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

async function chooseInThread(question: Question): Promise<Plan> {
  const thread = new Worker(new URL('./choose-thread.ts', import.meta.url), {
    workerData: question,
    // Without the server's own flags, of which a thread takes none.
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Plan>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread that plans ended without a word')));
  try {
    return await promise;
  } finally {
    void thread.terminate();
  }
}
