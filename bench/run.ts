import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aloneBench } from './alone.ts';
import { openBase } from './base.ts';
import { type Measured, measure, savePlans, show } from './measure.ts';
import { sections } from './sections.ts';
import { switching } from './switching.ts';
import { openWorkBase } from './work.ts';
import { openYearsBase } from './years-base.ts';

/**
 * npm run bench [-- --subscribers N] [--only NAME], of searches, cards, accounts, lists, deals,
 * segments and reports: on the demo base of that size (100,000 where nothing is said; 1,000,000 is
 * the full measure), measured on the server's side of HTTP. With --only work the base is one of
 * many tickets and messages, with --only reports one of two years of moves. By itself:
 * --only imports [--rows N] measures the import of a base of N rows,
 * --only intake [--seconds N] [--subscribers N] a rush of messages, on the base of work where told,
 * --only charges a night in which all accounts are charged,
 * --only programme a night in which it is counted who is of the VIP programme,
 * --only payments [--seconds N] what terminals pay, --only addresses the address check over
 * 2,000,000 flats,
 * --only internet-cards [--rows N] a batch of N cards, and activations of some of them,
 * --only recommend one tariff out of a large catalogue,
 * --only risk [--rows N] learning who leaves a base of N rows, and scoring it,
 * --only scoring the nightly job that tells the risk of everybody.
 */
const { values } = parseArgs({
  options: {
    subscribers: { type: 'string' },
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '60' },
  },
});
const alone = aloneBench(values);
if (alone) process.exit(await alone());
const isWork = values.only === 'work';
const openOf: Record<string, typeof openBase> = { work: openWorkBase, reports: openYearsBase };
const open = openOf[values.only ?? ''] ?? openBase;
const base = await open(Number(values.subscribers ?? 100_000));
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
    if (name !== values.only && (values.only !== undefined || name === 'work')) continue;
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
if (measured.some((one) => one.barMs !== undefined && one.p95Ms > one.barMs)) process.exitCode = 1;
