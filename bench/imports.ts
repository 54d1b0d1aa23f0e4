import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  loadImport,
  runImport,
  runningStates,
  startApply,
  startCheck,
  startUndo,
  uploadFile,
} from '../src/imports/index.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { inTransaction } from '../src/kernel/db/transaction.ts';
import { must } from '../src/kernel/result.ts';
import { csvBase } from './csv-base.ts';
import { openIn } from './installation.ts';

/** How often the running import is looked at. */
const LOOK_EVERY_MS = 100;

/**
 * Brings a base of so many rows into a fresh installation and takes it back again: prints rows per
 * second of each step and the process's peak of memory. Between the two, a second file that half
 * knows its subscribers is checked against the full base and applied to it.
 * @returns the exit code
 */
export async function benchImports(rows: number): Promise<number> {
  const folder = join(import.meta.dirname, '../var', `bench-imports-${rows}`);
  await rm(folder, { recursive: true, force: true });
  const { ctx, close } = await openIn(folder);
  try {
    process.stdout.write(`import of ${rows} rows\n`);
    const first = await bring(ctx, 'first', 0, rows);
    const second = await bring(ctx, 'second', Math.floor(rows / 2), rows);
    for (const [name, id] of [
      ['second', second],
      ['first', first],
    ] as const) {
      await step(ctx, `${name}: undo`, rows, id, startUndo);
    }
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
}

async function bring(ctx: Ctx, name: string, from: number, rows: number): Promise<number> {
  const stream = Readable.from(csvBase(from, rows));
  const upload = { fileName: `${name}.csv`, contentType: 'text/csv', stream };
  const started = spent();
  const { id } = must(await uploadFile(ctx, {}, upload));
  show(`${name}: upload`, rows, between(started, spent()));
  const check = await step(ctx, `${name}: `, rows, id, startCheck);
  const apply = await step(ctx, `${name}: apply`, rows, id, startApply);
  show(`${name}: whole`, rows, { ms: check.ms + apply.ms, cpuMs: check.cpuMs + apply.cpuMs });
  return id;
}

/** Runs an import on to where a person must decide; each state that it passes is timed. */
async function step(
  ctx: Ctx,
  name: string,
  rows: number,
  id: number,
  start: typeof startCheck,
): Promise<Spent> {
  must(await inTransaction(ctx, (tx) => start(tx, { id })));
  const begun = spent();
  const entered = new Map<string, Spent>();
  const running = runImport(ctx, id).then(() => true);
  for (let isDone = false; !isDone;) {
    const imported = await loadImport(ctx, id);
    if (imported && !entered.has(imported.state)) entered.set(imported.state, spent());
    const pause = new Promise<false>((go) => setTimeout(() => go(false), LOOK_EVERY_MS));
    isDone = await Promise.race([running, pause]);
  }
  const ended = spent();
  const states = [...entered].filter(([state]) => runningStates.some((one) => one === state));
  for (const [at, [state, since]] of states.entries()) {
    const until = states[at + 1]?.[1] ?? ended;
    show(name.endsWith(' ') ? name + state : name, rows, between(since, until));
  }
  const end = await loadImport(ctx, id);
  if (end?.failure) throw new Error(`${name}: ${end.failure.code}`);
  if (states.at(-1)?.[0] !== 'staging') process.stdout.write(`  ${JSON.stringify(end?.counts)}\n`);
  return between(begun, ended);
}

/** Time by the clock, and by this process's processor, which a busy machine does not lengthen. */
type Spent = { ms: number; cpuMs: number };

function spent(): Spent {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), cpuMs: (user + system) / 1000 };
}

const between = (from: Spent, to: Spent): Spent => ({
  ms: to.ms - from.ms,
  cpuMs: to.cpuMs - from.cpuMs,
});

function show(name: string, rows: number, { ms, cpuMs }: Spent): void {
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const perRow = (time: number): string => ((time / rows) * 1000).toFixed(0).padStart(5);
  process.stdout.write(
    `${name.padEnd(18)} ${(ms / 1000).toFixed(1).padStart(7)} s ` +
      `${String(Math.round((rows / ms) * 1000)).padStart(7)} rows/s ${perRow(ms)} µs a row, ` +
      `of Node's processor ${perRow(cpuMs)} µs, peak ${peakMb.toFixed(0)} MB\n`,
  );
}
