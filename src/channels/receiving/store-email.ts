import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import type { Listed, OpenMailbox } from '../adapters/imap.ts';
import { MAX_MAIL_BYTES } from '../email/limits.ts';
import type { Mailbox } from '../settings/load-channel.ts';

/** Whether a letter was stored under this number of its mailbox. */
export async function isStored(ctx: Ctx, key: string): Promise<boolean> {
  // raw_messages_channel_key_key
  const row = await ctx.db
    .selectFrom('rawMessages')
    .select('id')
    .where('channel', '=', 'email')
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the same bytes are stored under another number: then they came once more. */
async function isRepeat(
  ctx: Ctx,
  channelId: number,
  { key, sha256 }: { key: string; sha256: string },
): Promise<boolean> {
  // raw_messages_sum (channel_id, sha256) where sha256 is not null
  const { numAffectedRows = 0n } = await sql`
    update raw_messages
    set    repeats    = repeats + case when ${key} = any(other_keys) then 0 else 1 end,
           other_keys = case when ${key} = any(other_keys) then other_keys
                             else other_keys || ${key}::text end
    where  channel_id = ${channelId} and sha256 = ${sha256}`.execute(ctx.db);
  return numAffectedRows > 0n;
}

type Coming = {
  mailbox: Mailbox;
  box: OpenMailbox;
  key: string;
  listed: Listed;
  /** Runs in the commit that stores it. */
  onStore: (ctx: Ctx, mailbox: Mailbox) => Promise<void>;
};

/**
 * Stores a letter's bytes as they came; what they mean is found out after this commit. The same
 * bytes under a new number are the same letter. One that is too heavy to be read is kept whole and
 * put before a person.
 * @returns whether there was something to store
 */
export async function storeEmail(ctx: Ctx, coming: Coming): Promise<boolean> {
  const { mailbox, box, key, listed } = coming;
  const isLarge = listed.sizeBytes > MAX_MAIL_BYTES;
  const bytes = isLarge ? await box.stream(listed.uid) : await box.read(listed.uid);
  if (!bytes) return false;
  const sha256 = Buffer.isBuffer(bytes) ? createHash('sha256').update(bytes).digest('hex') : null;
  if (sha256 !== null && (await isRepeat(ctx, mailbox.id, { key, sha256 }))) return false;
  return inTransaction(ctx, (tx) => store(tx, coming, bytes));
}

async function store(ctx: Ctx, coming: Coming, bytes: Buffer | Readable): Promise<boolean> {
  const { mailbox, key, listed } = coming;
  const file = await storeFile(ctx, {
    name: '',
    contentType: 'message/rfc822',
    stream: Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes,
  });
  const { sha256 } = await ctx.db
    .selectFrom('files')
    .select('sha256')
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow();
  const isLarge = file.sizeBytes > MAX_MAIL_BYTES;
  const now = ctx.clock.now();
  const stored = await ctx.db
    .insertInto('rawMessages')
    .values({
      channel: 'email',
      channelId: mailbox.id,
      key,
      sha256,
      fileId: file.id,
      payload: JSON.stringify({ sizeBytes: file.sizeBytes, from: listed.sender }),
      sender: listed.sender,
      // A server's clock may run ahead of ours; nothing came tomorrow.
      receivedAt: listed.receivedAt < now ? listed.receivedAt : now,
      tryAfter: now,
      ...(isLarge && { state: 'quarantined', error: 'too_large' }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!stored) await eraseFile(ctx, file.id);
  if (stored && isLarge) {
    const subject = { kind: 'raw_message', id: stored.id };
    await emit(ctx, { type: 'channels.message_quarantined', subject });
  }
  await coming.onStore(ctx, mailbox);
  return true;
}
