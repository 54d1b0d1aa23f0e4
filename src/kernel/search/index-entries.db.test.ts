import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { inBulkTransaction } from '../db/bulk.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Findable } from './findable.ts';
import { indexMessages, removeEntries, removeEntriesOf, upsertEntries } from './index-entries.ts';
import { loadEntries, loadMessages, settleSearch } from './load-entries.ts';
import { readQuery } from './read-query.ts';
import { recountWords } from './search-words.ts';
import { tsqueryText } from './tsquery-text.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const person = (refId: number, name: string, phone = '+79130000000'): Findable => ({
  kind: 'subscriber',
  refId,
  subscriberId: refId,
  title: name,
  happenedAt: new Date('2026-03-01T00:00:00Z'),
  words: { names: [name], phones: [phone] },
});

const upsert = (...entries: Findable[]) =>
  inTransaction(world.ctx, (ctx) => upsertEntries(ctx, entries));

async function found(typed: string, table = 'search_entries'): Promise<number[]> {
  const { rows } = await sql<{ refId: number }>`
    select ref_id from ${sql.table(table)} where words @@ ${tsqueryText(readQuery(typed))}::tsquery
    order by ref_id`.execute(world.ctx.db);
  return rows.map((row) => row.refId);
}

async function entriesOf(word: string): Promise<number | undefined> {
  const row = await world.ctx.db
    .selectFrom('searchWords')
    .select('entries')
    .where('word', '=', word)
    .executeTakeFirst();
  return row?.entries;
}

test('what is indexed again is found as it is now, and stands once', async () => {
  await upsert(person(1, 'Вяземский Пётр'), person(2, 'Вяземская Вера'));
  expect(await found('вяземск')).toEqual([1, 2]);
  await upsert(person(1, 'Пушкин Пётр', '+79130001122'));
  expect(await found('вяземск')).toEqual([2]);
  expect(await found('8 913 000-11-22')).toEqual([1]);
});

test('what has not changed is not written', async () => {
  await upsert(person(3, 'Жуковский Василий'));
  const version = () =>
    sql<{ xmin: string }>`select xmin::text from search_entries where ref_id = 3`
      .execute(world.ctx.db)
      .then(({ rows }) => rows);
  const before = await version();
  await upsert(person(3, 'Жуковский Василий'));
  expect(await version()).toEqual(before);
});

test('two that index the same thing at once leave it there once', async () => {
  const together = Array.from({ length: 4 }, (_, at) => upsert(person(4, `Дельвиг ${at}й`)));
  await Promise.all(together);
  expect(await found('дельвиг')).toEqual([4]);
});

test('words in quotes and backslashes do no harm', async () => {
  await upsert(person(5, String.raw`O'Neil \ "Кюхельбекер"; '); drop`));
  expect(await found("o'neil")).toEqual([5]);
});

test('messages are found by their words, and leave with their subscriber', async () => {
  const message = {
    refId: 70,
    subscriberId: 7,
    title: 'Баратынский',
    happenedAt: new Date('2026-03-01T10:00:00Z'),
    words: { texts: ['Роутер мигает красным'] },
  };
  await indexMessages(world.ctx, [message, { ...message, refId: 71, subscriberId: null }]);
  await indexMessages(world.ctx, [message]);
  await upsert(person(7, 'Баратынский Евгений'));
  expect(await found('роутер мигает зелёным', 'search_messages')).toEqual([]);
  expect(await found('роутер мигает', 'search_messages')).toEqual([70, 71]);
  await removeEntriesOf(world.ctx, [7]);
  expect(await found('роутер', 'search_messages')).toEqual([71]);
  expect(await found('баратынский')).toEqual([]);
  await removeEntries(world.ctx, 'message', [71]);
  expect(await found('роутер', 'search_messages')).toEqual([]);
});

test('a base is loaded through COPY with its dictionary of words', async () => {
  const people = Array.from({ length: 300 }, (_, at) => person(1000 + at, `Одоевский Имя${at}`));
  await inBulkTransaction(world.ctx, async (ctx) => {
    await loadEntries(ctx, people);
    await loadMessages(ctx, [{ ...person(5000, 'x'), words: { texts: ['письмо'] } }]);
  });
  await settleSearch(world.ctx);
  expect(await found('одоевский')).toHaveLength(300);
  expect(await found('письмо', 'search_messages')).toEqual([5000]);
  expect(await entriesOf('одоевский')).toBe(300);
  expect(await entriesOf('odoevski')).toBe(300);
});

test('the dictionary is counted again, and forgets words that nobody carries', async () => {
  await upsert(person(8, 'Раевский Редкослов'), person(9, 'Раевский Николай'));
  expect(await entriesOf('раевский')).toBe(2);
  await upsert(person(10, 'Раевский Александр'));
  await removeEntries(world.ctx, 'subscriber', [8]);
  await removeEntries(world.ctx, 'subscriber', [9]);
  await recountWords(world.ctx);
  expect(await entriesOf('раевский')).toBe(1);
  expect(await entriesOf('редкослов')).toBeUndefined();
});
