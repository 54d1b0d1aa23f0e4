import { sql } from 'kysely';
import { randomOf } from '../src/demo/random.ts';
import { ask, type Base } from './base.ts';
import type { Case } from './measure.ts';

const BAR_MS = 100;
const CREATE_BAR_MS = 20;
const RUNS = 100;

const list = {
  columns: ['id', 'subject', 'subscriber', 'categoryId', 'priority', 'state', 'dueAt', 'openedAt'],
  sort: { field: 'openedAt', direction: 'desc' },
  limit: 50,
};
const grouped = { ...list, groupBy: 'categoryId' };

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
    of('tickets: grouped by category', () => ask(base, 'POST', '/api/tickets/list', grouped)),
    of('tickets: open', (run) => ask(base, 'GET', `/api/tickets/${pick(tickets, run)}`)),
    of('tickets: found by number', (run) =>
      ask(base, 'GET', `/api/search?q=${pick(tickets, run)}`),
    ),
    of(
      'tickets: make',
      (run) =>
        ask(base, 'POST', '/api/tickets', { categoryId, subject: `Проверить линию ${run}` }, 201),
      CREATE_BAR_MS,
    ),
  ];
}

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
