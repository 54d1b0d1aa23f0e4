import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { unstorableIn } from '../../kernel/http/unstorable.ts';
import type { Kind } from '../api/choices.ts';

type Messenger = Exclude<Kind, 'email'>;

/** What a messenger has brought: `key` tells one piece of news from another. */
export type Update = {
  key: string;
  payload: unknown;
  /** Who wrote it, in the form in which contacts are kept; empty where nobody did. */
  sender: string;
  /** Why it will never be understood: it goes before a person at once. */
  unreadable?: string;
};

type At = { kind: Messenger; channelId: number };

/**
 * Stores what came, as it came, in one statement; what it means is found out later. What came
 * before is counted once more, and changes nothing.
 * @returns how many had not come before
 */
export async function storeUpdates(ctx: Ctx, at: At, updates: readonly Update[]): Promise<number> {
  const distinct = [...new Map(updates.map((one) => [one.key, one])).values()];
  if (distinct.length === 0) return 0;
  if (distinct.every(({ unreadable }) => unreadable === undefined)) {
    return (await insert(ctx, at, distinct)).length;
  }
  return inTransaction(ctx, async (tx) => {
    const fresh = await insert(tx, at, distinct);
    const aside = fresh.filter(({ state }) => state === 'quarantined');
    await emitMany(
      tx,
      aside.map(({ id }) => ({
        type: 'channels.message_quarantined',
        subject: { kind: 'raw_message', id },
      })),
    );
    return fresh.length;
  });
}

/** @returns those that had not come before */
async function insert(
  ctx: Ctx,
  { kind, channelId }: At,
  updates: readonly Update[],
): Promise<{ id: number; state: string }[]> {
  const now = ctx.clock.now();
  // raw_messages_channel_key_key
  const { rows } = await sql<{ id: number; isNew: boolean; state: string }>`
    insert into raw_messages as r
      (channel, channel_id, key, payload, sender, received_at, try_after, state, error)
    select ${kind}, ${channelId}, ${`${channelId}:`}::text || u.key, u.payload, u.sender, ${now},
           ${now}, case when u.error is null then 'waiting' else 'quarantined' end, u.error
    from   jsonb_to_recordset(${JSON.stringify(updates.map(rowOf))}::jsonb)
             as u (key text, payload jsonb, sender text, error text)
    on conflict (channel, key) do update set repeats = r.repeats + 1
    returning id, state, repeats = 0 as is_new`.execute(ctx.db);
  return rows.filter(({ isNew }) => isNew);
}

const rowOf = ({ key, payload, sender, unreadable }: Update) => ({
  key,
  payload,
  sender,
  error: unreadable ?? null,
});

/**
 * A body as it came over the wire, read as far as its key.
 * @param read finds the key and the sender in it, or null where there is no key
 */
export function readBody(
  body: Buffer,
  read: (payload: unknown) => Pick<Update, 'key' | 'sender'> | null,
): Update {
  let payload: unknown;
  try {
    payload = JSON.parse(body.toString('utf8'));
  } catch {
    return kept(body, 'not_json');
  }
  // What the base cannot hold as it is is kept as bytes.
  if (unstorableIn({ payload }) !== null) return kept(body, 'unstorable');
  const known = read(payload);
  return known ? { ...known, payload } : kept(body, 'unknown_update');
}

/** Whole, as bytes, under their own sum: the same once more is a repeat. */
export const kept = (body: Buffer, unreadable: string): Update => ({
  key: `sha256 ${createHash('sha256').update(body).digest('hex')}`,
  payload: { base64: body.toString('base64') },
  sender: '',
  unreadable,
});
