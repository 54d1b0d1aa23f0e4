import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';
import { today } from '../../subscribers/index.ts';
import { ensureVersion } from './ensure-version.ts';
import { everyFact } from './known-facts.ts';
import { type Run, scoreChunk } from './score-chunk.ts';
import { openScorer } from './scorer.ts';
import { loadRiskSettings } from './settings.ts';
import { loadBody } from './store-version.ts';

/** Subscribers of one transaction. */
const CHUNK = 20_000;

/** Says of everybody anew how likely they are to leave, why, and what they are worth. */
export const scoreRisk = defineJob({
  name: 'retention.score_risk',
  payload: z.object({}),
  keyOf: () => 'base',
  cron: '40 3 * * *',
  expireSeconds: 4 * 3600,
  run: async (ctx) => {
    const versionId = await ensureVersion(ctx);
    const body = await loadBody(ctx, versionId);
    const settings = await loadRiskSettings(ctx);
    const run: Run = { versionId, at: ctx.clock.now(), body, scorer: openScorer(body), settings };
    for (let above = 0; ;) {
      const through = await endOfChunk(ctx, above);
      if (through === null) break;
      const between = [above, through] as const;
      if (!(await inBulkTransaction(ctx, (bulk) => scoreChunk(bulk, run, between)))) return;
      above = through;
    }
    // Who is with us no more has no risk.
    await sql`delete from risk_scores where scored_at < ${run.at}`.execute(ctx.db);
    await noteDrifts(ctx, run);
  },
});

async function endOfChunk(ctx: Ctx, above: number): Promise<number | null> {
  const { rows } = await sql<{ through: number | null }>`
    select max(id) as through
    from   (select id from subscribers where id > ${above} order by id limit ${CHUNK}) chunk`.execute(
    ctx.db,
  );
  return rows[0]?.through ?? null;
}

async function noteDrifts(ctx: Ctx, { versionId, scorer }: Run): Promise<void> {
  const scoredOn = today(ctx);
  const cyclic = new Set(everyFact().flatMap(({ key, isCyclic }) => (isCyclic ? [key] : [])));
  const told = scorer.drifts().filter(({ fact }) => !cyclic.has(fact));
  const drifts = told.map((one) => ({ ...one, versionId, scoredOn }));
  if (drifts.length === 0) return;
  await ctx.db
    .insertInto('riskDrifts')
    .values(drifts)
    .onConflict((on) =>
      on
        .columns(['versionId', 'scoredOn', 'fact'])
        .doUpdateSet((eb) => ({ psi: eb.ref('excluded.psi') })),
    )
    .execute();
}
