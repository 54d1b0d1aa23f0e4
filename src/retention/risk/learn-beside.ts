import { Worker } from 'node:worker_threads';
import type { Learnt, Lesson } from './learn-risk.ts';

const MOST_MEMORY_MB = 1500;
const LOOK_EVERY_MS = 500;

/**
 * Learns in a thread of its own.
 * @param isCancelled asked again and again meanwhile; the thread ends when it says so
 * @returns null where too few left to learn from, `cancelled` where it was broken off
 */
export async function learnBeside(
  lesson: Lesson,
  isCancelled: () => Promise<boolean>,
): Promise<Learnt | null | 'cancelled'> {
  const thread = new Worker(new URL('./learn-thread.ts', import.meta.url), {
    workerData: lesson,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    // Without the server's own flags, of which a thread takes none.
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Learnt | null | 'cancelled'>();
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('the thread that learns ended without a word')));
  const look = setInterval(() => {
    isCancelled().then((is) => (is ? resolve('cancelled') : undefined), reject);
  }, LOOK_EVERY_MS);
  try {
    return await promise;
  } finally {
    clearInterval(look);
    void thread.terminate();
  }
}
