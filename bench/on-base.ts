import { join } from 'node:path';
import { openBase } from './base.ts';
import { type Measured, measure, savePlans, show } from './measure.ts';
import { sections } from './sections.ts';
import { switching } from './switching.ts';
import { openWorkBase } from './work.ts';
import { openYearsBase } from './years-base.ts';

type Given = { only?: string | undefined; subscribers?: string | undefined };

/** All sections, or one, on a base of the product's own. @returns the exit code */
export async function benchOnBase({ only, subscribers }: Given): Promise<number> {
  const isWork = only === 'work';
  const openOf: Record<string, typeof openBase> = { work: openWorkBase, reports: openYearsBase };
  const open = openOf[only ?? ''] ?? openBase;
  const base = await open(Number(subscribers ?? 100_000));
  const measured: Measured[] = [];
  try {
    const size = await base.ctx.pool.query<{ bytes: string }>(
      'select pg_database_size(current_database()) as bytes',
    );
    const bytes = Number(size.rows[0]?.bytes);
    process.stdout.write(
      `${base.subscribers} subscribers, ${(bytes / 1e9).toFixed(2)} GB, ` +
        `${Math.round(bytes / base.subscribers)} bytes a subscriber\n`,
    );
    if (isWork) {
      const result = await switching(base);
      measured.push(result);
      process.stdout.write(`${show(result)}\n`);
    }
    for (const [name, section] of Object.entries(sections)) {
      if (name !== only && (only !== undefined || name === 'work')) continue;
      for (const one of await section(base)) {
        const result = await measure(one.name, one, one.call);
        measured.push(result);
        process.stdout.write(`${show(result)}\n`);
        await savePlans(join(base.folder, 'plans'), one.name, base.url, () => one.call(1));
      }
    }
  } finally {
    await base.close();
  }
  return measured.some((one) => one.barMs !== undefined && one.p95Ms > one.barMs) ? 1 : 0;
}
