import { sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { isDictionaryWord } from './document-tokens.ts';
import { transliterationKey } from './transliterate.ts';

/** Words with how many entries carry each. */
export type WordCounts = Map<string, number>;

/**
 * Counts the words of one entry; a transliteration counts too, for slips are made in it as well.
 */
export function countWords(counts: WordCounts, dictionaryWords: readonly string[]): void {
  const keys = dictionaryWords.map(transliterationKey).filter(isDictionaryWord);
  for (const word of new Set([...dictionaryWords, ...keys])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

/**
 * Puts words into the dictionary. Words that stand there already stay as they are: their
 * count is only a rank, and a row of `иван` that every write changed would make writers wait.
 */
export const learnWords = (words: WordCounts) => sql`
    insert into search_words (word, entries)
    select word, entries from unnest(${[...words.keys()]}::text[], ${[...words.values()]}::bigint[])
                           as learned (word, entries)
    order by word
    on conflict do nothing`;

/** The same after a bulk load, which also counts: one writer with many entries at once. */
export async function addWordCounts(ctx: Ctx, words: WordCounts): Promise<void> {
  if (words.size === 0) return;
  await sql`
    insert into search_words as known (word, entries)
    select word, entries from unnest(${[...words.keys()]}::text[], ${[...words.values()]}::bigint[])
                           as learned (word, entries)
    order by word
    on conflict (word) do update set entries = known.entries + excluded.entries`.execute(ctx.db);
}

/** Above this many entries a word is simply a common one. */
const countLimit = 20_000;
const wordsAtOnce = 5_000;

/**
 * Counts every word of the dictionary again and drops those that no entry carries any more, so
 * that an erased person's rare name leaves it too. Each word is one look into the index of words
 * (search_entries_words); some thousands of words a second.
 */
export async function recountWords(ctx: Ctx): Promise<void> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ word: string }>`
      with batch as (
        select word from search_words where word > ${after} order by word limit ${wordsAtOnce}
      ), counted as (
        select b.word, c.entries
        from batch b
        cross join lateral (
          select count(*) as entries
          from (select from search_entries e
                where e.words @@ ${quoted}::tsquery limit ${countLimit}) found
        ) c
      ), dropped as (
        delete from search_words w using counted c where w.word = c.word and c.entries = 0
      ), kept as (
        update search_words w set entries = c.entries
        from counted c
        where w.word = c.word and c.entries > 0 and c.entries <> w.entries
      )
      select max(word) as word from batch having max(word) is not null`.execute(ctx.db);
    const last = rows[0]?.word;
    if (last === undefined) return;
    after = last;
  }
}

/** A word of the dictionary is letters only, so quotes are all that makes a query of it. */
const quoted = sql`('''' || b.word || '''')`;
