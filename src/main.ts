import type { FastifyInstance } from 'fastify';
import { systemClock } from './kernel/clock.ts';
import { type Config, ConfigError, readConfig, wrongLine } from './kernel/config.ts';
import { buildServer } from './kernel/http/server.ts';
import { createLog, type Logger } from './kernel/log.ts';
import { startEmbeddedPostgres } from './kernel/postgres/start-embedded-postgres.ts';
import { createEnding, type Ending } from './kernel/runtime/ending.ts';
import { type Installation, openInstallation } from './kernel/runtime/installation.ts';
import { runStartup } from './kernel/runtime/startup.ts';
import { trySettings } from './kernel/runtime/try-settings.ts';
import { startWorker } from './kernel/runtime/worker.ts';
import { loadWirings } from './wirings.ts';

/** Starts the roles asked for, and ends them in the reverse order on Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  await trySettings(config);
  const log = createLog(config.LOG_LEVEL);
  const ending = createEnding(0);
  try {
    await start(config, log, ending);
  } catch (error) {
    await ending.now();
    if (!ending.isAsked()) throw error;
  }
}

async function start(config: Config, log: Logger, ending: Ending): Promise<void> {
  const url = config.DATABASE_URL ?? (await startDatabase(config, log, ending));
  const wirings = await loadWirings();
  const installation = await openInstallation({ config, url, log, clock: systemClock, wirings });
  ending.add(() => installation.close());
  await runStartup(installation);
  if (config.BEREG_ROLES.includes('worker')) {
    const worker = await startWorker(installation, wirings);
    ending.add(() => worker.stop());
  }
  if (config.BEREG_ROLES.includes('web')) await serve(installation, wirings, ending);
}

async function startDatabase(config: Config, log: Logger, ending: Ending): Promise<string> {
  const starting = startEmbeddedPostgres({ dataDir: config.dataDir, log });
  // Noted before it runs: asked to stop meanwhile, we wait for it, else it would outlive us.
  ending.add(async () => (await starting).stop());
  return (await starting).url;
}

async function serve(
  installation: Installation,
  wirings: Awaited<ReturnType<typeof loadWirings>>,
  ending: Ending,
): Promise<void> {
  const { config } = installation;
  const server = await buildServer(installation, wirings);
  await listen(server, config);
  ending.add(() => server.close());
  const bound = server.server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : config.PORT;
  const address = config.BEREG_PUBLIC_URL ?? `http://${config.HOST}:${port}`;
  process.stdout.write(`\n  Bereg: ${address}\n`);
  for (const line of installation.greetings) process.stdout.write(`  ${line(address)}\n`);
  process.stdout.write('\n');
}

async function listen(server: FastifyInstance, { HOST, PORT }: Config): Promise<void> {
  await server.listen({ host: HOST, port: PORT }).catch((error: NodeJS.ErrnoException) => {
    const isOfPort = error.code === 'EADDRINUSE' || error.code === 'EACCES';
    const line = isOfPort
      ? wrongLine('PORT', PORT, error.message)
      : wrongLine('HOST', HOST, error.message);
    throw new ConfigError([line]);
  });
}

await main().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : error;
  process.stderr.write(text instanceof Error ? `${text.stack}\n` : `${String(text)}\n`);
  process.exit(1);
});
