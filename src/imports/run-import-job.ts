import { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { defineJob, enqueue } from '../kernel/jobs/jobs.ts';
import type { Tick } from '../kernel/wiring.ts';
import { runningStates } from './load-import.ts';
import { isBeingRun } from './steps/import-lock.ts';
import { runImport } from './steps/run-import.ts';

/** The longest import of a large operator's base takes some minutes; nothing takes six hours. */
const EXPIRE_SECONDS = 6 * 3600;

/** Does an import's next steps. Run twice, the second run leaves it to the first. */
export const runImportJob = defineJob({
  name: 'imports.run',
  payload: z.object({ importId: z.number() }),
  keyOf: ({ importId }) => String(importId),
  expireSeconds: EXPIRE_SECONDS,
  retryLimit: 2,
  run: async (ctx, { importId }) => {
    await runImport(ctx, importId);
  },
});

export async function enqueueRun(ctx: Ctx, importId: number): Promise<void> {
  await enqueue(ctx, runImportJob, { importId });
}

/** An import that says it is running but has not moved for so long may have lost its runner. */
const QUIET_SECONDS = 10;

/** Picks up the imports whose runner was killed. */
export const resumeImports: Tick = {
  name: 'imports.resume',
  everySeconds: 5,
  run: async (ctx) => {
    const quietSince = new Date(ctx.clock.now().getTime() - QUIET_SECONDS * 1000);
    // imports_running
    const quiet = await ctx.db
      .selectFrom('imports')
      .select('id')
      .where('state', 'in', [...runningStates])
      .where('updatedAt', '<', quietSince)
      .orderBy('updatedAt')
      .limit(20)
      .execute();
    for (const { id } of quiet) if (!(await isBeingRun(ctx, id))) await enqueueRun(ctx, id);
  },
};
