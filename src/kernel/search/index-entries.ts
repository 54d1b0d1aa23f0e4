import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { type DocumentTokens, documentTokens } from './document-tokens.ts';
import type { Findable, FindableMessage } from './findable.ts';
import { countWords, learnWords, type WordCounts } from './search-words.ts';
import { tsvectorText } from './tsquery-text.ts';

/**
 * Makes things findable, or as they are now if they were: called by the use case that changed
 * them, in its transaction, with all of them at once. What has not changed is not written.
 * @param messages what is new among the messages of those entries
 */
export async function upsertEntries(
  ctx: Ctx,
  entries: readonly Findable[],
  messages: readonly FindableMessage[] = [],
): Promise<void> {
  if (entries.length === 0) return;
  const tokens = entries.map((entry) => documentTokens(entry.words));
  const words: WordCounts = new Map();
  for (const { dictionaryWords } of tokens) countWords(words, dictionaryWords);
  await sql`
    with learned as (${learnWords(words)})
         ${messages.length === 0 ? sql`` : sql`, said as (${insertMessages(messages)})`}
    insert into search_entries as known
           (kind, ref_id, subscriber_id, owner_staff_id, team_id, title, subtitle, happened_at,
            words)
    select kind, ref_id, subscriber_id, owner_staff_id, team_id, title, subtitle, happened_at,
           lexemes::tsvector
    from unnest(${entries.map((entry) => entry.kind)}::text[], ${columnsOf(entries, tokens)})
      as given (kind, ref_id, subscriber_id, owner_staff_id, team_id, title, subtitle, happened_at,
                lexemes)
    order by kind, ref_id
    on conflict (kind, ref_id) do update
       set subscriber_id  = excluded.subscriber_id,
           owner_staff_id = excluded.owner_staff_id,
           team_id        = excluded.team_id,
           title          = excluded.title,
           subtitle       = excluded.subtitle,
           happened_at    = excluded.happened_at,
           words          = excluded.words
     where known is distinct from excluded`.execute(ctx.db);
}

/**
 * Makes messages findable by their words, which stay; whose they are and what they are called is as
 * it is now.
 */
export async function indexMessages(ctx: Ctx, messages: readonly FindableMessage[]): Promise<void> {
  if (messages.length > 0) await insertMessages(messages).execute(ctx.db);
}

function insertMessages(messages: readonly FindableMessage[]) {
  const tokens = messages.map((message) => documentTokens(message.words));
  return sql`
    insert into search_messages
           (ref_id, subscriber_id, owner_staff_id, team_id, title, subtitle, happened_at, words)
    select ref_id, subscriber_id, owner_staff_id, team_id, title, subtitle, happened_at,
           lexemes::tsvector
    from unnest(${columnsOf(messages, tokens)})
      as given (ref_id, subscriber_id, owner_staff_id, team_id, title, subtitle, happened_at,
                lexemes)
    on conflict (ref_id, happened_at) do update
       set subscriber_id = excluded.subscriber_id, title = excluded.title`;
}

/** Takes things out of the search: merged away, erased. Messages are meant by `message`. */
export async function removeEntries(
  ctx: Ctx,
  kind: string,
  refIds: readonly number[],
): Promise<void> {
  if (refIds.length === 0) return;
  const ids = sql`any(${[...refIds]}::bigint[])`;
  await (kind === 'message'
    ? sql`delete from search_messages where ref_id = ${ids}`.execute(ctx.db)
    : sql`delete from search_entries where kind = ${kind} and ref_id = ${ids}`.execute(ctx.db));
}

/** Takes out whatever speaks of these subscribers: themselves, their tickets, their messages. */
export async function removeEntriesOf(ctx: Ctx, subscriberIds: readonly number[]): Promise<void> {
  const ids = sql`any(${[...subscriberIds]}::bigint[])`;
  await sql`delete from search_entries where subscriber_id = ${ids}`.execute(ctx.db);
  await sql`delete from search_messages where subscriber_id = ${ids}`.execute(ctx.db);
}

function columnsOf(things: readonly FindableMessage[], tokens: readonly DocumentTokens[]) {
  return sql.join([
    sql`${things.map((thing) => thing.refId)}::bigint[]`,
    sql`${things.map((thing) => thing.subscriberId ?? null)}::bigint[]`,
    sql`${things.map((thing) => thing.ownerStaffId ?? null)}::bigint[]`,
    sql`${things.map((thing) => thing.teamId ?? null)}::bigint[]`,
    sql`${things.map((thing) => thing.title)}::text[]`,
    sql`${things.map((thing) => thing.subtitle ?? '')}::text[]`,
    sql`${things.map((thing) => thing.happenedAt)}::timestamptz[]`,
    sql`${tokens.map(({ lexemes }) => tsvectorText(lexemes))}::text[]`,
  ]);
}
