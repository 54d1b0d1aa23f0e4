import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { eraseFile } from '../kernel/files/files.ts';
import { defineJob } from '../kernel/jobs/jobs.ts';
import { loadKeeping } from './settings/change-keeping.ts';

/** What an exchange told of a call is kept so long after it was understood. */
export const KEPT_DAYS = 30;

/** What one statement deletes; a flood of spam is deleted in many short ones. */
const AT_ONCE = 5000;
/** More are left to the next night. */
const MOST_ROUNDS = 1000;

/**
 * Every night: what was refused, once the operator's term is over, if there is one. The days count
 * from when it was put aside, which `try_after` tells within minutes: every failure moves it. What
 * could not be understood stays until a person has decided.
 */
export const dropRefused = defineJob({
  name: 'channels.drop_refused',
  payload: z.object({}),
  cron: '30 3 * * *',
  run: async (ctx) => {
    const { refusedKeptDays } = await loadKeeping(ctx);
    if (refusedKeptDays !== null) await dropAll(ctx, daysAgo(ctx, refusedKeptDays));
    await dropCallEvents(ctx, daysAgo(ctx, KEPT_DAYS));
  },
});

const daysAgo = (ctx: Ctx, days: number): Date =>
  new Date(ctx.clock.now().getTime() - days * 86_400_000);

async function dropAll(ctx: Ctx, before: Date): Promise<void> {
  let dropped = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const now = await dropSome(ctx, before);
    dropped += now;
    if (now < AT_ONCE) break;
  }
  if (dropped > 0) ctx.log.info({ dropped }, 'old messages that were refused are gone');
}

async function dropSome(ctx: Ctx, before: Date): Promise<number> {
  // raw_messages_set_aside (id)
  const { rows } = await sql<{ fileId: number | null }>`
    delete from raw_messages
    where  id in (select id from raw_messages
                  where  state = 'refused' and try_after < ${before}
                  order  by id
                  limit  ${AT_ONCE}
                  for    update skip locked)
    returning file_id`.execute(ctx.db);
  for (const { fileId } of rows) if (fileId !== null) await eraseFile(ctx, fileId);
  return rows.length;
}

/** What an exchange told was understood and stands in its call; it is much, and need not stay. */
async function dropCallEvents(ctx: Ctx, before: Date): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // raw_messages_calls (understood_at) where channel = 'call'
    const { numAffectedRows = 0n } = await sql`
      delete from raw_messages
      where  id in (select id from raw_messages
                    where  channel = 'call' and understood_at < ${before} and state = 'understood'
                    order  by understood_at limit ${AT_ONCE})`.execute(ctx.db);
    if (numAffectedRows < AT_ONCE) return;
  }
}
