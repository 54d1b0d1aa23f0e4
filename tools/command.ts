import { parseArgs, type ParseArgsConfig } from 'node:util';
import { systemClock } from '../src/kernel/clock.ts';
import { readConfig } from '../src/kernel/config.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { createLog } from '../src/kernel/log.ts';
import { startEmbeddedPostgres } from '../src/kernel/postgres/start-embedded-postgres.ts';
import { createEnding, type Ending } from '../src/kernel/runtime/ending.ts';
import { type Installation, openInstallation } from '../src/kernel/runtime/installation.ts';
import { runStartup } from '../src/kernel/runtime/startup.ts';
import { trySettings } from '../src/kernel/runtime/try-settings.ts';
import type { Wiring } from '../src/kernel/wiring.ts';
import { loadWirings } from '../src/wirings.ts';

export type Command = {
  installation: Installation;
  wirings: readonly Wiring[];
  /** The system's context for the operator that --operator names, else the first. */
  ctx: Ctx;
  options: Record<string, string | boolean | undefined>;
  words: string[];
  say: (line: string) => void;
  /** Tells what is amiss, apart from what is said. */
  warn: (line: string) => void;
};

/** The exit code of a command that did what it could, and told what it could not. */
export const workDoneInPart = 2;

/**
 * Runs a command on the installation that the settings name, beside a running server or without
 * one. A failure is told in one line and ends with exit code 1.
 * @param options what the command takes besides --operator
 */
export async function runCommand(
  options: NonNullable<ParseArgsConfig['options']>,
  work: (command: Command) => Promise<void>,
  settings: { isEmptyBase?: boolean } = {},
): Promise<void> {
  const ending = createEnding(130);
  try {
    const parsed = parseArgs({
      options: { ...options, operator: { type: 'string' } },
      allowPositionals: true,
    });
    // A command is no server: whoever greets people at a start keeps silent.
    const config = readConfig({ ...process.env, BEREG_ROLES: 'worker', LOG_LEVEL: 'warn' });
    await trySettings(config);
    const log = createLog(config.LOG_LEVEL);
    const url = config.DATABASE_URL ?? (await startDatabase(config.dataDir, log, ending));
    const wirings = await loadWirings();
    const installation = await openInstallation({ config, url, log, clock: systemClock, wirings });
    ending.add(() => installation.close());
    if (!settings.isEmptyBase) await runStartup(installation);
    const name = parsed.values['operator'];
    const operator = installation.operators.find((one) => !name || one.profile.schema === name);
    if (!operator) throw new Error(`there is no operator ${String(name)}`);
    await work({
      installation,
      wirings,
      ctx: installation.systemCtx(operator, 'command'),
      options: parsed.values,
      words: parsed.positionals,
      say: (line) => process.stdout.write(`${line}\n`),
      warn: (line) => process.stderr.write(`${line}\n`),
    });
  } catch (error) {
    process.exitCode = 1;
    if (ending.isAsked()) return;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    await ending.now();
  }
}

async function startDatabase(
  dataDir: string,
  log: ReturnType<typeof createLog>,
  ending: Ending,
): Promise<string> {
  const starting = startEmbeddedPostgres({ dataDir, log });
  ending.add(async () => (await starting).stop());
  return (await starting).url;
}
