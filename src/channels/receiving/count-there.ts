import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { OpenMailbox } from '../adapters/imap.ts';
import { findOfKind, type Mailbox } from '../settings/load-channel.ts';

const DAY_MS = 86_400_000;
/** It asks for every letter of a day: not at each look. */
const EVERY_MS = 10 * 60_000;

/**
 * Counts what the mailbox itself holds of the last day, since it is ours and as far as it was read,
 * and of that what was never stored: by its number there, or as the same bytes under another.
 */
export async function countThere(ctx: Ctx, mailbox: Mailbox, box: OpenMailbox): Promise<void> {
  const now = ctx.clock.now();
  const { thereAt } = await ctx.db
    .selectFrom('channels')
    .select('thereAt')
    .where('id', '=', mailbox.id)
    .executeTakeFirstOrThrow();
  if (thereAt && now.getTime() - thereAt.getTime() < EVERY_MS) return;
  const kept = await findOfKind(ctx, 'email', mailbox.id);
  const { lastUid, since } = kept?.place ?? {};
  if (lastUid === undefined || since === undefined) return;
  const ours = Math.floor(new Date(since).getTime() / 1000) * 1000;
  const from = new Date(Math.max(now.getTime() - DAY_MS, ours));
  const letters = await box.listSince(from);
  const there = letters.filter(({ uid, receivedAt }) => uid <= lastUid && receivedAt >= from);
  const keys = there.map(({ uid }) => `${mailbox.id}:${box.uidValidity}:${uid}`);
  // raw_messages_channel_key_key, raw_messages_repeated (channel_id)
  await sql`
    update channels
    set    there_count = ${keys.length}, there_at = ${now},
           there_missing = (
             select count(*) from unnest(${keys}::text[]) as k (key)
             where  not exists (select from raw_messages r
                                where  r.channel = 'email' and r.key = k.key)
             and    k.key not in (select unnest(r.other_keys) from raw_messages r
                                  where  r.channel_id = ${mailbox.id} and r.other_keys <> '{}'))
    where  id = ${mailbox.id}`.execute(ctx.db);
}
