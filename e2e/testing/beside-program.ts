import { systemClock } from '../../src/kernel/clock.ts';
import { readConfig } from '../../src/kernel/config.ts';
import type { Ctx } from '../../src/kernel/context.ts';
import { createLog } from '../../src/kernel/log.ts';
import { startEmbeddedPostgres } from '../../src/kernel/postgres/start-embedded-postgres.ts';
import { openInstallation } from '../../src/kernel/runtime/installation.ts';
import { loadWirings } from '../../src/wirings.ts';

/** Works on a running program's base as a command would, beside it. */
export async function besideProgram<T>(folder: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const log = createLog('error');
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  const installation = await openInstallation({
    config: readConfig({ BEREG_DATA_DIR: folder, BEREG_DEMO_SUBSCRIBERS: '0' }),
    url: postgres.url,
    log,
    clock: systemClock,
    wirings: await loadWirings(),
  });
  try {
    const [operator] = installation.operators;
    if (!operator) throw new Error('an installation has an operator');
    return await work(installation.systemCtx(operator, 'test'));
  } finally {
    await installation.close();
    await postgres.stop();
  }
}
