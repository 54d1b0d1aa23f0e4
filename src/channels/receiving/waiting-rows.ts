import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Tables of what is fetched from a provider, one row each: `state` is waiting, fetched or failed,
 * and `try_after` says when it is due. Served by TABLE_waiting (try_after, id) where state =
 * 'waiting'.
 */
export type FetchedTable = 'incoming_files' | 'call_recordings';

/**
 * Takes the row that is due first, of a channel that is on, or of the one given, for one to work
 * at: nobody else begins with it, and a crash frees it after so many seconds.
 * @returns these columns of it, with this try counted
 */
export async function claimDue<Row>(
  ctx: Ctx,
  table: FetchedTable,
  columns: RawBuilder<unknown>,
  claimedSeconds: number,
  channelId: number | null = null,
): Promise<Row | undefined> {
  const now = ctx.clock.now();
  const { rows } = await sql<Row>`
    update ${sql.table(table)}
    set    tries = tries + 1,
           try_after = ${now}::timestamptz + ${claimedSeconds} * interval '1 second'
    where  id = (select w.id from ${sql.table(table)} w
                 join   channels c on c.id = w.channel_id and c.state = 'on'
                 where  w.state = 'waiting' and w.try_after <= ${now}
                 and    (${channelId}::bigint is null or w.channel_id = ${channelId})
                 order  by w.try_after, w.id limit 1 for update of w skip locked)
    returning ${columns}`.execute(ctx.db);
  return rows[0];
}

type FileState = 'waiting' | 'fetched' | 'failed';

/**
 * Notes a try that came to nothing.
 * @param delaySeconds until the next; none where it is given up
 */
export async function putOff(
  ctx: Ctx,
  table: FetchedTable,
  id: number,
  { trouble, delaySeconds }: { trouble: string; delaySeconds: number | undefined },
): Promise<void> {
  const tryAfter = new Date(ctx.clock.now().getTime() + (delaySeconds ?? 0) * 1000);
  const state: FileState = delaySeconds === undefined ? 'failed' : 'waiting';
  await sql`
    update ${sql.table(table)}
    set    state = ${state}, trouble = ${trouble},
           try_after = ${tryAfter}
    where  id = ${id} and state = 'waiting'`.execute(ctx.db);
}
