import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** What the site's form said: this and nothing else is needed to understand it later. */
export type SitePayload = {
  topic: string;
  name: string;
  phone: string;
  address: string;
  wanted: string;
  page: string;
};

export type RawInput = {
  channel: 'site_form';
  key: string;
  payload: SitePayload;
  sender: string;
  remote: string;
  state: 'waiting' | 'refused';
};

export type Stored = {
  id: number;
  state: string;
  requestNumber: number | null;
  receivedAt: Date;
};

/** A stored message by its channel and key, or null. The same key with other words is a failure. */
export async function findStored(
  ctx: Ctx,
  message: Pick<RawInput, 'channel' | 'key' | 'payload'>,
): Promise<Result<Stored | null>> {
  // raw_messages_channel_key_key
  const { rows } = await sql<Stored & { isSame: boolean }>`
    select id, state, request_number, received_at,
           payload = ${JSON.stringify(message.payload)}::jsonb as is_same
    from   raw_messages
    where  channel = ${message.channel} and key = ${message.key}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return ok(null);
  return row.isSame ? ok(row) : fail('kernel.key_reused');
}

/**
 * Stores a message as it came, once for each key; of two that come at the same time one stores it
 * and the other finds it. Must be committed before it is understood, so that it is safe.
 */
export async function storeRaw(ctx: Ctx, message: RawInput): Promise<Result<Stored>> {
  const now = ctx.clock.now();
  const stored = await ctx.db
    .insertInto('rawMessages')
    .values({
      channel: message.channel,
      key: message.key,
      payload: JSON.stringify(message.payload),
      sender: message.sender,
      remote: message.remote,
      state: message.state,
      receivedAt: now,
      tryAfter: now,
    })
    .onConflict((conflict) => conflict.columns(['channel', 'key']).doNothing())
    .returning(['id', 'state'])
    .executeTakeFirst();
  if (stored) return ok({ ...stored, requestNumber: null, receivedAt: now });
  const before = await findStored(ctx, message);
  if (!before.ok) return before;
  if (!before.value) throw new Error('a message stood in the way of its key, and is gone');
  return ok(before.value);
}
