import { systemClock } from './kernel/clock.ts';
import { type Config, ConfigError, readConfig } from './kernel/config.ts';
import { buildServer } from './kernel/http/server.ts';
import { createLog, type Logger } from './kernel/log.ts';
import { startEmbeddedPostgres } from './kernel/postgres/start-embedded-postgres.ts';
import { type Installation, openInstallation } from './kernel/runtime/installation.ts';
import { startup } from './kernel/runtime/startup.ts';
import { startWorker } from './kernel/runtime/worker.ts';
import { loadWirings } from './wirings.ts';

type Stop = () => Promise<void>;

/** Starts the roles asked for, and ends them in the reverse order on Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  const stops: Stop[] = [];
  const stopAll = once(async () => {
    for (const stop of stops.toReversed()) await stop();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stopAll().finally(() => process.exit(0)));
  }
  try {
    await start(config, log, stops);
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function start(config: Config, log: Logger, stops: Stop[]): Promise<void> {
  const url = config.DATABASE_URL ?? (await startDatabase(config, log, stops));
  const wirings = await loadWirings();
  const installation = await openInstallation({ config, url, log, clock: systemClock, wirings });
  stops.push(() => installation.close());
  for (const { piece } of startup.fills) await piece(installation);
  if (config.BEREG_ROLES.includes('worker')) {
    const worker = await startWorker(installation, wirings);
    stops.push(() => worker.stop());
  }
  if (config.BEREG_ROLES.includes('web')) await serve(installation, wirings, stops);
}

async function startDatabase(config: Config, log: Logger, stops: Stop[]): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  stops.push(() => postgres.stop());
  return postgres.url;
}

async function serve(
  installation: Installation,
  wirings: Awaited<ReturnType<typeof loadWirings>>,
  stops: Stop[],
): Promise<void> {
  const { config } = installation;
  const server = await buildServer(installation, wirings);
  await server.listen({ host: config.HOST, port: config.PORT });
  stops.push(() => server.close());
  const bound = server.server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : config.PORT;
  const address = config.BEREG_PUBLIC_URL ?? `http://${config.HOST}:${port}`;
  process.stdout.write(`\n  Bereg: ${address}\n`);
  for (const line of installation.greetings) process.stdout.write(`  ${line(address)}\n`);
  process.stdout.write('\n');
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}

await main().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : error;
  process.stderr.write(text instanceof Error ? `${text.stack}\n` : `${String(text)}\n`);
  process.exit(1);
});
