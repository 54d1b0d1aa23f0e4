import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';
import { ensureVersion } from './ensure-version.ts';
import { noteDrifts } from './note-drifts.ts';
import { type Run, scoreChunk } from './score-chunk.ts';
import { noteScored } from './scores-stand.ts';
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
    await noteScored(ctx, run);
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
