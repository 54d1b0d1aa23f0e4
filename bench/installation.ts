import { systemClock } from '../src/kernel/clock.ts';
import { readConfig } from '../src/kernel/config.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { createLog } from '../src/kernel/log.ts';
import { startEmbeddedPostgres } from '../src/kernel/postgres/start-embedded-postgres.ts';
import { type Installation, openInstallation } from '../src/kernel/runtime/installation.ts';
import { runStartup } from '../src/kernel/runtime/startup.ts';
import type { Wiring } from '../src/kernel/wiring.ts';
import { loadWirings } from '../src/wirings.ts';

export type Opened = {
  installation: Installation;
  wirings: readonly Wiring[];
  url: string;
  ctx: Ctx;
  close: () => Promise<void>;
};

/** Opens an installation of its own in a folder, without a demo, as its server would. */
export async function openIn(folder: string): Promise<Opened> {
  const config = readConfig({
    ...process.env,
    BEREG_DATA_DIR: folder,
    BEREG_DEMO_SUBSCRIBERS: '0',
    LOG_LEVEL: 'error',
  });
  const log = createLog('error');
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log });
  const wirings = await loadWirings();
  const { url } = postgres;
  const installation = await openInstallation({ config, url, log, clock: systemClock, wirings });
  await runStartup(installation);
  const [operator] = installation.operators;
  if (!operator) throw new Error('an installation has an operator');
  return {
    installation,
    wirings,
    url,
    ctx: installation.systemCtx(operator, 'bench'),
    close: async () => {
      await installation.close();
      await postgres.stop();
    },
  };
}
