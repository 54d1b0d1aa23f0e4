import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import type { BulkCtx } from '../db/bulk.ts';
import { copyRows } from '../db/copy.ts';
import { documentTokens } from './document-tokens.ts';
import type { Findable, FindableMessage } from './findable.ts';
import { addWordCounts, countWords, type WordCounts } from './search-words.ts';
import { tsvectorText } from './tsquery-text.ts';

type Many<T> = Iterable<T> | AsyncIterable<T>;

const columns = [
  'ref_id',
  'subscriber_id',
  'owner_staff_id',
  'team_id',
  'title',
  'subtitle',
  'happened_at',
  'words',
];

/**
 * Makes a base findable through COPY: things of any kind that are new, in any number, read one by
 * one. A thing that stands there already is an error of uniqueness; `upsertEntries` is for those.
 */
export async function loadEntries(ctx: BulkCtx, entries: Many<Findable>): Promise<void> {
  const words: WordCounts = new Map();
  const rows = mapped(entries, (entry) => {
    const tokens = documentTokens(entry.words);
    countWords(words, tokens.dictionaryWords);
    return [entry.kind, ...rowOf(entry, tokens)];
  });
  await copyRows(ctx.client, 'search_entries', ['kind', ...columns], rows);
  await addWordCounts(ctx, words);
}

/** The same for messages; the months they fall into must have been made. */
export async function loadMessages(ctx: BulkCtx, messages: Many<FindableMessage>): Promise<void> {
  await copyRows(
    ctx.client,
    'search_messages',
    columns,
    mapped(messages, (message) => rowOf(message)),
  );
}

/**
 * After a large load, outside its transaction: the planner learns what came, and words kept back
 * are sorted into their index, so that the first search is as fast as the next.
 */
export async function settleSearch(ctx: Ctx): Promise<void> {
  await sql`
    select gin_clean_pending_list(part.inhrelid::regclass)
    from pg_inherits part
    where part.inhparent in
      (to_regclass('search_entries_words'), to_regclass('search_messages_words'))
  `.execute(ctx.db);
  await sql`analyze search_entries, search_messages, search_words`.execute(ctx.db);
}

function rowOf(thing: FindableMessage, tokens = documentTokens(thing.words)): unknown[] {
  return [
    thing.refId,
    thing.subscriberId,
    thing.ownerStaffId,
    thing.teamId,
    thing.title,
    thing.subtitle ?? '',
    thing.happenedAt,
    tsvectorText(tokens.lexemes),
  ];
}

/** What is at hand is mapped at once: to wait for each thing would take longer than to map it. */
function mapped<T>(things: Many<T>, map: (thing: T) => unknown[]): Many<unknown[]> {
  return Symbol.iterator in things ? mappedNow(things, map) : mappedLater(things, map);
}

function* mappedNow<T>(things: Iterable<T>, map: (thing: T) => unknown[]): Generator<unknown[]> {
  for (const thing of things) yield map(thing);
}

async function* mappedLater<T>(
  things: AsyncIterable<T>,
  map: (thing: T) => unknown[],
): AsyncGenerator<unknown[]> {
  for await (const thing of things) yield map(thing);
}
