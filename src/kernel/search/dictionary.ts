import { distance } from 'fastest-levenshtein';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { isDictionaryWord } from './document-tokens.ts';
import type { QueryToken } from './query-token.ts';

export type KnownWord = { word: string; entries: number };

/** What the dictionary knows of the words typed. */
export type Dictionary = {
  /** How many entries carry a word, where any do. */
  entriesOf: ReadonlyMap<string, number>;
  /** The commonest words that begin so, and longer. */
  beginningWith: ReadonlyMap<string, readonly KnownWord[]>;
  /** How many entries there are, roughly. */
  size: number;
};

/** More words than these add little that the next letter typed will not. */
const beginningsLimit = 12;

/** Looks up every word typed, in all its readings, with one query. */
export async function readDictionary(ctx: Ctx, tokens: readonly QueryToken[]): Promise<Dictionary> {
  const lexemes = tokens.flatMap(({ readings }) => readings.flatMap((one) => one.lexemes));
  const typed = new Set(lexemes.map(({ text }) => text).filter(isDictionaryWord));
  const { rows } = await sql<{ typed: string; word: string; entries: number }>`
    select t.typed, w.word, w.entries
    from unnest(${[...typed]}::text[]) as t (typed)
    cross join lateral (
      select word, entries from search_words where word = t.typed
      union all
      -- search_words_prefix
      (select word, entries from search_words
       where word ~>~ t.typed and word ~<~ (t.typed || ${lastSign})
       order by entries desc, word
       limit ${beginningsLimit})
    ) w`.execute(ctx.db);
  const beginningWith = new Map<string, KnownWord[]>();
  for (const { typed: beginning, word, entries } of rows) {
    if (word === beginning) continue;
    const words = beginningWith.get(beginning) ?? [];
    words.push({ word, entries });
    beginningWith.set(beginning, words);
  }
  const whole = rows.filter((row) => row.word === row.typed);
  return {
    beginningWith,
    entriesOf: new Map(whole.map((row) => [row.word, row.entries])),
    size: await sizeOf(ctx),
  };
}

/** Stands after every letter of every alphabet. */
const lastSign = '\u{10FFFF}';

async function sizeOf(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ size: number }>`
    select greatest(sum(c.reltuples), 0)::bigint as size
    from pg_inherits part join pg_class c on c.oid = part.inhrelid
    where part.inhparent = to_regclass('search_entries')`.execute(ctx.db);
  return rows[0]?.size ?? 0;
}

/** A word with one slip still shares this much of the threes of letters, by its length. */
const leastSimilarity = (length: number): number => (length < 6 ? 0.22 : length < 7 ? 0.26 : 0.3);
const similarLimit = 100;
const meantLimit = 6;

/**
 * Words that may have been meant by words with a slip: those of the dictionary that differ by the
 * fewest strokes, the commoner first.
 */
export async function findMeantWords(
  ctx: Ctx,
  typed: readonly string[],
): Promise<Map<string, string[]>> {
  if (typed.length === 0) return new Map();
  const threshold = leastSimilarity(Math.min(...typed.map(({ length }) => length)));
  await sql`
    select set_config('pg_trgm.similarity_threshold', ${String(threshold)}, true)`.execute(ctx.db);
  const { rows } = await sql<{ typed: string } & KnownWord>`
    select t.typed, w.word, w.entries
    from unnest(${[...typed]}::text[]) as t (typed)
    cross join lateral (
      -- search_words_similar
      select word, entries from search_words
      where word % t.typed
      order by similarity(word, t.typed) desc, entries desc
      limit ${similarLimit}
    ) w`.execute(ctx.db);
  return new Map(
    typed.map((word) => [
      word,
      nearest(
        word,
        rows.filter((row) => row.typed === word),
      ),
    ]),
  );
}

/** At most so many strokes may be wrong: one in four letters, two in eight. */
const slipsIn = (word: string): number => (word.length < 5 ? 1 : word.length < 9 ? 2 : 3);

function nearest(typed: string, known: readonly KnownWord[]): string[] {
  return known
    .map((one) => ({ ...one, slips: distance(typed, one.word) }))
    .filter(({ slips }) => slips > 0 && slips <= slipsIn(typed))
    .toSorted((a, b) => a.slips - b.slips || b.entries - a.entries)
    .slice(0, meantLimit)
    .map(({ word }) => word);
}
