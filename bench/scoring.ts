import {
  everyFact,
  gatherMonths,
  learnRisk,
  putInForce,
  scoreRisk,
  storeVersion,
} from '../src/retention/index.ts';
import type { Ctx } from '../src/kernel/context.ts';
import { openBase } from './base.ts';

const MILLION = 1_000_000;
/** A night has five hours for a million, beside all else that it does. */
const ASKED = { minutesAMillion: 30, megabytes: 1024 };
const MEGABYTE = 1024 ** 2;
/** How often it is looked how much memory is held. */
const LOOK_MS = 250;

/**
 * The nightly job by which risk is told of everybody anew, on the demo base of that size, by a
 * model learnt from it: facts read from all domains, scores and reasons written.
 * @returns the exit code: 1 where a measure is missed
 */
export async function benchScoring(subscribers: number): Promise<number> {
  const base = await openBase(subscribers);
  try {
    const { rows } = await base.ctx.pool.query('select from risk_scores limit 1');
    if (rows.length === 0) await learn(base.ctx);
    let mostBytes = 0;
    const looking = setInterval(() => {
      mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
    }, LOOK_MS);
    const began = performance.now();
    await scoreRisk.run(base.ctx, {});
    const seconds = (performance.now() - began) / 1000;
    clearInterval(looking);
    const scored = await base.ctx.pool.query<{ count: string }>('select count(*) from risk_scores');
    const count = Number(scored.rows[0]?.count);
    const minutesAMillion = ((seconds / count) * MILLION) / 60;
    const told = { minutesAMillion, megabytes: mostBytes / MEGABYTE };
    process.stdout.write(`${count} scored in ${seconds.toFixed(1)} s\n`);
    let isMet = true;
    for (const key of ['minutesAMillion', 'megabytes'] as const) {
      const isOwnMet = told[key] <= ASKED[key];
      isMet &&= isOwnMet;
      const verdict = isOwnMet ? 'met' : 'MISSED';
      process.stdout.write(
        `${key.padEnd(16)} ${told[key].toPrecision(4)} (asked ${ASKED[key]}: ${verdict})\n`,
      );
    }
    return isMet ? 0 : 1;
  } finally {
    await base.close();
  }
}

async function learn(ctx: Ctx): Promise<void> {
  const gathered = await gatherMonths(ctx, () => Promise.resolve(true));
  const learnt = gathered && learnRisk({ gathered, facts: everyFact(), gapDays: 7, seed: 1 });
  if (!learnt) return void process.stdout.write('too few have left to learn: by agreed rules\n');
  await putInForce(ctx, await storeVersion(ctx, learnt), '');
}
