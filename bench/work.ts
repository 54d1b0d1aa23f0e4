import { sql } from 'kysely';
import { randomOf } from '../src/demo/random.ts';
import { subscriberAt } from '../src/demo/subscriber-at.ts';
import { ask, type Base, seed, today } from './base.ts';
import type { Case } from './measure.ts';
import { drawWord, randomTalk, tenCommonest } from './talk.ts';

export { openWorkBase } from './work-base.ts';

const BAR_MS = 100;
const CREATE_BAR_MS = 20;
const RUNS = 100;

const list = {
  columns: ['id', 'subject', 'subscriber', 'categoryId', 'priority', 'state', 'dueAt', 'openedAt'],
  sort: { field: 'openedAt', direction: 'desc' },
  limit: 50,
};
const grouped = (groupBy: string) => ({ ...list, groupBy });

/** The desk's queues and conversations, and tickets listed, grouped, opened and made. */
export async function work(base: Base): Promise<Case[]> {
  const conversations = await someIds(base, 'conversations');
  const tickets = await someIds(base, 'tickets');
  const pick = (ids: readonly number[], run: number): number =>
    randomOf('bench work', run).pick(ids);
  const [categoryId] = await someIds(base, 'ticket_categories');
  process.stdout.write(`${await count(base, 'tickets')} tickets, `);
  process.stdout.write(`${await count(base, 'conversations')} conversations, `);
  process.stdout.write(`${await count(base, 'messages')} messages\n`);
  const of = (name: string, call: Case['call'], barMs = BAR_MS): Case => ({
    name,
    runs: RUNS,
    barMs,
    call,
  });
  return [
    of('desk: queue of all', () => ask(base, 'GET', '/api/conversations?queue=all')),
    of('desk: closed', () => ask(base, 'GET', '/api/conversations?queue=closed')),
    of('desk: counts', () => ask(base, 'GET', '/api/conversations/counts')),
    of('desk: open', (run) => ask(base, 'GET', `/api/conversations/${pick(conversations, run)}`)),
    of('tickets: list', () => ask(base, 'POST', '/api/tickets/list', list)),
    ...['categoryId', 'state', 'priority'].map((field) =>
      of(`tickets: grouped by ${field}`, () =>
        ask(base, 'POST', '/api/tickets/list', grouped(field)),
      ),
    ),
    of('tickets: open', (run) => ask(base, 'GET', `/api/tickets/${pick(tickets, run)}`)),
    of('tickets: found by number', (run) =>
      ask(base, 'GET', `/api/search?q=${pick(tickets, run)}`),
    ),
    of('words of messages, drawn as people use them', (run) =>
      find(base, { q: drawWord(randomTalk(run)), kinds: '["message"]' }),
    ),
    of('two such words', (run) => {
      const random = randomTalk(run);
      return find(base, { q: `${drawWord(random)} ${drawWord(random)}`, kinds: '["message"]' });
    }),
    of('the ten commonest words', (run) =>
      find(base, { q: tenCommonest[run % 10] ?? '', kinds: '["message"]' }),
    ),
    of('a word anywhere', (run) => find(base, { q: drawWord(randomTalk(run + RUNS)) })),
    of('phone', (run) => {
      const index = randomTalk(run).between(0, base.subscribers - 1);
      const plan = { seed, subscribers: base.subscribers, today };
      return find(base, { q: subscriberAt(plan, index).subscriber.contacts[0]?.value ?? '' });
    }),
    of(
      'tickets: make',
      (run) =>
        ask(base, 'POST', '/api/tickets', { categoryId, subject: `Проверить линию ${run}` }, 201),
      CREATE_BAR_MS,
    ),
  ];
}

/** The newest 50 hits. */
const find = (base: Base, asked: Record<string, string>): Promise<unknown> =>
  ask(base, 'GET', `/api/search?${new URLSearchParams({ ...asked, limit: '50' })}`);

/** A spread of ids over the whole table. */
async function someIds({ ctx }: Base, table: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select t.id from ${sql.table(table)} t
    order  by hashint8(t.id) limit 200`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function count({ ctx }: Base, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
