import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { eraseFile } from '../kernel/files/files.ts';
import { defineJob } from '../kernel/jobs/jobs.ts';

/**
 * For how many days a message that was refused or not understood can be looked at and taken up
 * again. docs/operate/running.md tells it to people.
 */
export const KEPT_DAYS = 30;

/** What one statement deletes; a flood of spam is deleted in many short ones. */
const AT_ONCE = 5000;
/** More are left to the next night. */
const MOST_ROUNDS = 1000;

/**
 * Every night: what became no request is nobody's business for ever. The days count from when it
 * was put aside, which `try_after` tells within minutes: every failure moves it.
 */
export const dropRefused = defineJob({
  name: 'channels.drop_refused',
  payload: z.object({}),
  cron: '30 3 * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    let dropped = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const now = await dropSome(ctx, before);
      dropped += now;
      if (now < AT_ONCE) break;
    }
    await dropCallEvents(ctx, before);
    if (dropped > 0) ctx.log.info({ dropped }, 'old messages that became no request are gone');
  },
});

async function dropSome(ctx: Ctx, before: Date): Promise<number> {
  // raw_messages_set_aside (id)
  const { rows } = await sql<{ fileId: number | null }>`
    delete from raw_messages
    where  id in (select id from raw_messages
                  where  state in ('refused', 'quarantined') and try_after < ${before}
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
