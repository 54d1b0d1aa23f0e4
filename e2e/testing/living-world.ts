import { startWorker } from '../../src/kernel/runtime/worker.ts';
import { loadWirings } from '../../src/wirings.ts';
import { servedWorld } from './served-world.ts';

const STEP_MS = 200;

/**
 * A served world whose clock goes with the machine's and whose sweeps run, as in life: for what a
 * browser counts by itself.
 */
export async function livingWorld(): ReturnType<typeof servedWorld> {
  const world = await servedWorld();
  world.clock.moveTo(new Date());
  const timer = setInterval(() => world.clock.moveTo(new Date()), STEP_MS);
  const worker = await startWorker(world.installation, await loadWirings());
  return {
    ...world,
    close: async () => {
      await worker.stop();
      clearInterval(timer);
      await world.close();
    },
  };
}
