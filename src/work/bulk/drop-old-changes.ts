import { z } from 'zod';
import { sql } from 'kysely';
import { defineJob } from '../../kernel/jobs/jobs.ts';

/** For as long a change of many can be taken back. */
const keptDays = 30;

/** Forgets what was changed too long ago to be taken back; the history keeps the changes. */
export const dropOldChanges = defineJob({
  name: 'work.drop_old_bulk_changes',
  payload: z.object({}),
  cron: '40 3 * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
    await sql`delete from bulk_changes where created_at < ${before}`.execute(ctx.db);
  },
});
