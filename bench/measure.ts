import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** One thing to measure: what is called at each run, and the p95 that is asked for. */
export type Case = {
  name: string;
  runs: number;
  barMs?: number;
  call: (run: number) => Promise<unknown>;
};

export type Measured = {
  name: string;
  medianMs: number;
  p95Ms: number;
  runs: number;
  barMs?: number;
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Times a call again and again with another input each time; the first tenth warms up and does not
 * count.
 * @param barMs the p95 that is asked for, shown beside
 */
export async function measure(
  name: string,
  options: { runs: number; barMs?: number },
  call: (run: number) => Promise<unknown>,
): Promise<Measured> {
  const warm = Math.ceil(options.runs / 10);
  for (let run = 0; run < warm; run++) await call(run);
  const times: number[] = [];
  for (let run = warm; run < warm + options.runs; run++) {
    const startedMs = performance.now();
    await call(run);
    times.push(performance.now() - startedMs);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    name,
    medianMs: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    runs: options.runs,
    ...(options.barMs !== undefined && { barMs: options.barMs }),
  };
}

export function show({ name, medianMs, p95Ms, runs, barMs }: Measured): string {
  const bar =
    barMs === undefined ? '' : ` (asked ≤ ${barMs} ms: ${p95Ms <= barMs ? 'met' : 'MISSED'})`;
  const times = `median ${medianMs.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`;
  return `${name.padEnd(44)} ${times}, ${runs} runs${bar}`;
}

/** Writes the plan of every statement that a call sends, one file a call. */
export async function savePlans(
  folder: string,
  name: string,
  url: string,
  call: () => Promise<unknown>,
): Promise<void> {
  const statements = await recordStatements(call);
  const client = new pg.Client({ connectionString: url, options: '-c search_path=main,public' });
  await client.connect();
  const plans: string[] = [];
  for (const { text, values } of statements) {
    if (!/^\s*(select|with)/i.test(text)) continue;
    const plan = await client
      .query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) ${text}`, [...values])
      .then(({ rows }) => rows.map((row) => row['QUERY PLAN']).join('\n'))
      .catch((error: unknown) => String(error));
    plans.push(`${text}\n\n${plan}`);
  }
  await client.end();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name.replace(/\W+/g, '-')}.txt`), plans.join('\n\n----\n\n'));
}

type Statement = { text: string; values: readonly unknown[] };

/** Listens in on the driver while a call runs. */
async function recordStatements(call: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const driver = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = driver;
  driver.query = function listening(this: unknown, ...given: unknown[]): unknown {
    const [first, second] = given;
    if (typeof first === 'string') {
      statements.push({ text: first, values: Array.isArray(second) ? second : [] });
    } else if (typeof first === 'object' && first !== null && 'text' in first) {
      const config = first as { text: string; values?: unknown[] };
      const values = config.values ?? (Array.isArray(second) ? second : []);
      statements.push({ text: config.text, values });
    }
    return query.apply(this, given);
  };
  try {
    await call();
  } finally {
    driver.query = query;
  }
  return statements;
}
