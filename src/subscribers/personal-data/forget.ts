import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { purgeMentions } from '../../kernel/events/purge-mentions.ts';
import { purgePersonalHistory } from '../../kernel/events/purge-personal-history.ts';
import { removeEntriesOf } from '../../kernel/search/index-entries.ts';
import { forgetBulkRows, forgetViews } from '../../work/index.ts';
import { columnName, erasedFields } from '../record/columns.ts';
import { type ClusterIds, erasers } from '../slots.ts';

/**
 * Takes everything that names a person out of the database, in this domain and every other. Rows
 * that others count on stay, empty; run again it changes nothing.
 */
export async function forget(ctx: Ctx, ids: ClusterIds): Promise<void> {
  const own = sql`= any(${ids}::bigint[])`;
  const words = await wordsOf(ctx, ids);
  for (const { piece } of erasers.fills) await piece.erase(ctx, ids);
  await purgeMentions(ctx, words);
  await forgetViews(ctx, await tellingWords(ctx, ids, words));
  await removeEntriesOf(ctx, ids);
  await purgePersonalHistory(ctx, ids);
  // contacts stand in front of contact persons, whom they point at
  await sql`delete from contacts where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from contact_persons where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from documents where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from needs where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from code_words where subscriber_id ${own}`.execute(ctx.db);
  await sql`delete from consents where subscriber_id ${own}`.execute(ctx.db);
  // A household that nobody else belongs to is closed, and its name, often a surname, goes.
  await sql`
    update households h set name = '', closed_at = coalesce(h.closed_at, ${ctx.clock.now()})
    where  h.id in (select household_id from household_members where subscriber_id ${own})
    and    not exists (select from household_members m
                       where  m.household_id = h.id
                       and    m.subscriber_id <> all(${ids}::bigint[]))`.execute(ctx.db);
  await sql`delete from household_members where subscriber_id ${own}`.execute(ctx.db);
  await forgetBulkRows(ctx, 'subscribers', ids);
  await sql`delete from duplicate_pairs where first_id ${own} or second_id ${own}`.execute(ctx.db);
  await sql`update subscriber_merges set overlay = '{}'
    where from_id ${own} or into_id ${own}`.execute(ctx.db);
  // An account may point at its address, so the row stays, without the place.
  await sql`update service_addresses set premise_id = null, raw_text = '—', label = '',
      removed_at = coalesce(removed_at, ${ctx.clock.now()})
    where subscriber_id ${own}`.execute(ctx.db);
  await sql`
    update subscribers
    set    ${sql.raw(erasedFields.map((field) => `${columnName(field)} = default`).join(', '))},
           version = version + 1, updated_at = ${ctx.clock.now()}, erased_at = ${ctx.clock.now()}
    where  id ${own} and erased_at is null`.execute(ctx.db);
}

/** What they are known by, in use or not. */
async function wordsOf(ctx: Ctx, ids: ClusterIds): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select display_name as word from subscribers where id = any(${ids}::bigint[])
    union select last_name from subscribers where id = any(${ids}::bigint[])
                                            and last_name is not null
    union select value from contacts where subscriber_id = any(${ids}::bigint[])`.execute(ctx.db);
  return rows.map(({ word }) => word);
}

/** Those of their words that nobody else is known by. */
async function tellingWords(ctx: Ctx, ids: ClusterIds, words: readonly string[]) {
  const { rows } = await sql<{ word: string }>`
    select w.word from unnest(${[...words]}::text[]) as w (word)
    where  length(w.word) > 2
    and    not exists (
      select from subscribers s
      where  s.erased_at is null and s.id <> all(${[...ids]}::bigint[])
      and    (s.last_name = w.word or s.display_name = w.word))`.execute(ctx.db);
  return rows.map(({ word }) => word);
}
